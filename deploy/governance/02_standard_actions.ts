import { toFunctionSelector, zeroAddress } from 'viem'
import { homeConfig } from '../../config/chains.ts'
import { standardActions } from '../../config/governance.ts'
import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

const transfer = toFunctionSelector('transfer(address,uint256)')

export default deployScript(
  async (env) => {
    const { usdc } = homeConfig(env.network.chain.id)
    const token = predict(env, 'OpenToken')
    const xnodeOne = predict(env, 'XnodeOne')
    const setters = standardActions.seriesSetters.map((signature) => ({
      target: xnodeOne,
      selector: toFunctionSelector(signature),
      cap: 1n,
    }))
    await deployPredicted(env, 'StandardActions', artifacts.StandardActions, [
      predict(env, 'OpenGovernor'),
      predict(env, 'OpenTimelock'),
      token,
      standardActions.never.map((name) => predict(env, name)),
      [
        {
          target: zeroAddress,
          selector: '0x00000000',
          cap: standardActions.ether,
        },
        { target: token, selector: transfer, cap: standardActions.open },
        { target: usdc, selector: transfer, cap: standardActions.usdc },
        ...setters,
      ],
    ])
  },
  { tags: ['home', 'StandardActions'], dependencies: ['OpenToken'] },
)

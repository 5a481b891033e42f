// Generated from the contracts' NatSpec by `npm run fix`. Do not edit.

/** What a custom error means. */
export interface Remedy {
  /** What happened, in one sentence. */
  readonly why: string
  /** What the caller should do. */
  readonly fix: string
}

/** Every custom error that a call to the protocol can end in, by name. */
export const remedies: Readonly<Record<string, Remedy>> = {
  AccessControlBadConfirmation: {
    why: 'A role can be renounced only by its holder.',
    fix: 'Pass your own address as the account to renounce for.',
  },
  AccessControlUnauthorizedAccount: {
    why: 'The caller lacks the role this function asks for.',
    fix: 'Call from a holder of the role, or propose the call to governance.',
  },
  Accountability_AlreadyCertified: {
    why: 'The round has its root.',
    fix: 'Nothing to do; signatures it lacks go through `addSignatures`.',
  },
  Accountability_AlreadyPresent: {
    why: 'Everybody named counts as present in the round already.',
    fix: 'Nothing to do.',
  },
  Accountability_AlreadyReported: {
    why: 'The validator was punished for this offence.',
    fix: 'Nothing to do; one offence counts once, however many roots were signed.',
  },
  Accountability_AlreadySnapshotted: {
    why: 'The set of this epoch was stored before.',
    fix: 'Nothing to do; `snapshotOf` has it.',
  },
  Accountability_DifferentSigners: {
    why: 'The statements were signed by different keys.',
    fix: 'Report two statements of one key.',
  },
  Accountability_EmptySet: {
    why: 'The set has no member.',
    fix: 'Call again when a validator has joined the set.',
  },
  Accountability_FutureRound: {
    why: 'The round is not here yet, and the key may be replaced before it is.',
    fix: 'Report again in that round.',
  },
  Accountability_InvalidSignature: {
    why: 'A signature is not a valid one of any key.',
    fix: 'Pass 65 bytes (r, s, v) with low s over `attestationDigest`.',
  },
  Accountability_LengthMismatch: {
    why: 'There are not 65 bytes of signature for each place.',
    fix: 'Join the signatures in the order of the set bits of `places`, lowest first.',
  },
  Accountability_NoQuorum: {
    why: 'Those who signed do not weigh more than two thirds.',
    fix: 'Collect more signatures.',
  },
  Accountability_NoSnapshot: {
    why: 'The set in charge of this round was not stored, or only after the round was over.',
    fix: "Call `snapshotSet` in the first round of every epoch; a round before it is nobody's.",
  },
  Accountability_NoSuchPlace: {
    why: 'A place is outside the snapshot.',
    fix: 'Take the places from `snapshotOf(epoch).members`.',
  },
  Accountability_NotCertified: {
    why: 'The round has no root, so no signature of one can be added.',
    fix: 'Call `submitRound` with signatures of more than two thirds of the weight.',
  },
  Accountability_NotDown: {
    why: 'The validator did not miss enough rounds.',
    fix: 'Nothing to do; `missesOf` tells when it has.',
  },
  Accountability_NotLiable: {
    why: 'No validator answers for what this key said about that round.',
    fix: 'None; the key was not registered by then, or was replaced before.',
  },
  Accountability_NotMember: {
    why: 'The validator is not in the set, so there is nothing to take it out of.',
    fix: 'Nothing to do.',
  },
  Accountability_NotMembersKey: {
    why: 'A statement is not signed by a key that answers for the member at this place in this round.',
    fix: 'Sign with the key in force in the round, and give the signatures in the order of the places.',
  },
  Accountability_SameStatement: {
    why: 'Both statements have the same root, so nothing contradicts.',
    fix: 'Report two different roots about one subject.',
  },
  Accountability_TooLate: {
    why: 'The round takes no such statement any more.',
    fix: 'Send it within `SUBMISSION_ROUNDS` of the round; `GRACE_ROUNDS` longer for a signature that was left out and for a heartbeat.',
  },
  Accountability_ZeroAddress: {
    why: 'A constructor argument is the zero address.',
    fix: 'Pass the predicted address of the staking contract.',
  },
  Accountability_ZeroRoot: {
    why: 'The root is zero, which stands for none.',
    fix: 'Sign the root of a tree with at least one leaf.',
  },
  AddressEmptyCode: {
    why: 'The target of a call has no code.',
    fix: 'Check the address and the chain: nothing is deployed there.',
  },
  AllowListNotEnabled: {
    why: 'The pool keeps no allowlist.',
    fix: 'Nothing to change: anyone may bridge.',
  },
  AppCatalogue_AlreadyDeprecated: {
    why: 'The version was deprecated before.',
    fix: 'Nothing; a deprecation is for ever.',
  },
  AppCatalogue_AppExists: {
    why: 'This publisher has published an app of this name before.',
    fix: 'Add a version to it, or choose another name.',
  },
  AppCatalogue_ContentHashMissing: {
    why: 'The version has no content hash.',
    fix: 'Give the hash of what the version consists of.',
  },
  AppCatalogue_InvalidName: {
    why: 'The name of an app is empty, too long, or has other bytes than printable ASCII.',
    fix: 'Give a name of 1 to 64 bytes, each from 0x20 to 0x7E.',
  },
  AppCatalogue_InvalidUri: {
    why: 'A URI is too long, or has other bytes than printable ASCII.',
    fix: 'Give a URI of at most 256 bytes, each from 0x20 to 0x7E; percent-encode everything else.',
  },
  AppCatalogue_NotOffered: {
    why: 'The app is not offered to the caller.',
    fix: 'Call from `offeredTo`, or let the publisher offer the app again.',
  },
  AppCatalogue_NotPublisher: {
    why: 'Only the publisher of an app can do this.',
    fix: 'Call from `publisher`.',
  },
  AppCatalogue_UnknownApp: {
    why: 'No app has this id.',
    fix: "Compute the id with `appIdOf` from the app's first publisher and its name, or find it by `listApps`.",
  },
  AppCatalogue_UnknownVersion: {
    why: 'The app has no version of this number.',
    fix: 'Use a number from 1 to `versionCount`; when that is 0, no app has this id.',
  },
  BadARMSignal: {
    why: "CCIP's risk network has stopped this lane.",
    fix: 'Wait until it is lifted, then try again.',
  },
  BridgedOpenToken_BudgetExceeded: {
    why: "The mint exceeds what the minter's budget allows now.",
    fix: 'Execute the CCIP message manually once `mintable` covers it; above `capacity` only after a proposal has raised the budget. Nothing is lost meanwhile.',
  },
  BridgedOpenToken_BudgetTooHigh: {
    why: 'The budgets of all minters together would exceed the bound in the code.',
    fix: "Lower another minter's budget first, or ask for less.",
  },
  BridgedOpenToken_NotBurner: {
    why: 'The caller may not burn: burned here, the tokens would stay locked at home for ever.',
    fix: 'To destroy OPEN, bridge it home and burn it there. The timelock gives a pool the right (`setBurner`).',
  },
  BridgedOpenToken_NotMinter: {
    why: 'The caller has no budget to mint.',
    fix: 'The timelock gives the pool a budget (`setMinter`); then execute the CCIP message manually.',
  },
  BridgedOpenToken_NotTimelock: {
    why: 'The caller is not the timelock.',
    fix: "Make the call by an operation of this chain's timelock.",
  },
  BridgedOpenToken_SupplyCapExceeded: {
    why: 'The mint would exceed the supply that exists at home.',
    fix: 'None; more than 1e27 wei cannot have been locked at home, so a lane or pool lies.',
  },
  BridgedOpenToken_ZeroAddress: {
    why: 'The timelock in the constructor is the zero address.',
    fix: "Pass the predicted address of this chain's executor of home governance.",
  },
  BucketOverfilled: {
    why: 'A rate limit holds more than its capacity.',
    fix: 'Report it: this should not happen.',
  },
  CCIPAdmin_NotAdmin: {
    why: 'The caller is not the CCIP administrator.',
    fix: 'Send the call from `getCCIPAdmin()`, normally the timelock by a proposal.',
  },
  CCIPAdmin_NotPendingAdmin: {
    why: 'The caller was not offered the CCIP administration.',
    fix: 'Let the administrator call `transferCCIPAdmin` with this address first.',
  },
  CallerIsNotARampOnRouter: {
    why: "Only CCIP's ramps may call the pool.",
    fix: 'Bridge through the CCIP router.',
  },
  CannotSendZeroTokens: {
    why: 'A message carries an amount of zero.',
    fix: 'Send more than zero, or no token at all.',
  },
  CannotTransferToSelf: {
    why: 'The owner is the new owner already.',
    fix: 'Pass another address.',
  },
  ChainAlreadyExists: {
    why: 'The pool has this lane already.',
    fix: 'Change its limits or peers instead.',
  },
  ChainNotAllowed: {
    why: 'The pool has no lane to this chain.',
    fix: 'Choose a chain of config/chains.ts whose lane is open.',
  },
  CheckpointUnorderedInsertion: {
    why: 'A checkpoint would lie before the last one.',
    fix: 'Wait for the next block and try again; report it if it persists.',
  },
  ClaimsGuardian_NotGuardian: {
    why: 'Only the guardian, within its term, can pause.',
    fix: 'Call from `guardian` before `guardianUntil`; a vote can appoint a new one.',
  },
  ClaimsGuardian_NotTimelock: {
    why: 'Only the timelock can do this.',
    fix: 'Propose the call and let the timelock execute it.',
  },
  ClaimsGuardian_TermTooLong: {
    why: "A guardian's term is at most one year.",
    fix: 'Choose an end up to `max`.',
  },
  ClaimsGuardian_ZeroTimelock: {
    why: 'A constructor argument is the zero address.',
    fix: 'Pass the address of the timelock.',
  },
  CloneArgumentsTooLong: {
    why: 'The terms of a minimal proxy do not fit into its code.',
    fix: 'Report it: terms of ours have a fixed length, so this should not happen.',
  },
  ContractPermit_InvalidSignature: {
    why: 'The signature is not one of the owner over this permit.',
    fix: "Sign ERC-2612's `Permit` struct with the owner's next nonce in this token's domain, or let the owner's ERC-1271 contract accept that digest.",
  },
  CouncilGuard_CancelledBefore: {
    why: 'The council cancelled these actions once, and now they are voted on again as constitutional.',
    fix: 'None; the vote decides.',
  },
  CouncilGuard_Expired: {
    why: "The council's term is over.",
    fix: 'Propose `renew`; until it is executed nothing can be cancelled here.',
  },
  CouncilGuard_ExpiryOutOfBounds: {
    why: "The term's end lies in the past or too far ahead.",
    fix: 'Choose an expiry between the two limits, counted from the block that executes the call.',
  },
  CouncilGuard_GovernorNamesOtherGuard: {
    why: 'The governor takes cancellations from another guard than this one.',
    fix: "Deploy the guard to the address that the governor's constructor was given, after the governor.",
  },
  CouncilGuard_GovernorNamesOtherTimelock: {
    why: 'The governor acts through another timelock than the one given.',
    fix: "Pass the governor's timelock.",
  },
  CouncilGuard_NotCouncil: {
    why: 'The caller is not the council.',
    fix: 'Cancel from the address that `council()` names.',
  },
  CouncilGuard_NotTimelock: {
    why: 'The caller is not the timelock.',
    fix: 'Make the call by a governance proposal.',
  },
  CouncilGuard_Overruled: {
    why: "A vote has put these actions out of the council's reach.",
    fix: 'None; the vote decides.',
  },
  CouncilGuard_OwnBusiness: {
    why: 'The proposal does nothing but call this contract: the council does not decide about itself.',
    fix: 'None; the vote decides.',
  },
  CouncilGuard_ZeroAddress: {
    why: 'A constructor argument is the zero address, or a council of nobody was to be appointed.',
    fix: 'Pass the addresses of the governor, the timelock and the council; to have no council, dismiss it.',
  },
  Create2EmptyBytecode: {
    why: 'A deployment was asked for without code.',
    fix: 'Build the contracts, then deploy again.',
  },
  CursedByRMN: {
    why: "CCIP's risk network has stopped this lane.",
    fix: 'Wait until it is lifted; tokens on their way arrive afterwards.',
  },
  DestinationChainNotEnabled: {
    why: 'CCIP does not serve this chain.',
    fix: 'Choose a chain of config/chains.ts whose lane is open.',
  },
  DisabledNonZeroRateLimit: {
    why: 'A rate limit that is off carries numbers.',
    fix: 'Set rate and capacity to zero, or switch it on.',
  },
  ECDSAInvalidSignature: {
    why: 'No signer can be recovered from the signature.',
    fix: 'Sign the typed data again and pass the signature unchanged.',
  },
  ECDSAInvalidSignatureLength: {
    why: 'A plain signature has 65 bytes; this one has another length.',
    fix: 'Pass r, s and v joined, 65 bytes.',
  },
  ECDSAInvalidSignatureS: {
    why: 'The signature is the malleable twin of a valid one.',
    fix: 'Sign with a wallet that gives the lower s.',
  },
  ERC20ExceededSafeSupply: {
    why: 'The supply would exceed what voting checkpoints can hold.',
    fix: 'Mint less.',
  },
  ERC20InsufficientAllowance: {
    why: 'The spender may take less than this call needs.',
    fix: 'Approve the spender for the needed amount, or sign a permit, then try again.',
  },
  ERC20InsufficientBalance: {
    why: 'The sender holds less than this call moves.',
    fix: 'Lower the amount, or fund the sender first; staked and vesting tokens are not part of the balance.',
  },
  ERC20InvalidApprover: {
    why: 'The zero address cannot approve.',
    fix: 'Approve from an account of yours.',
  },
  ERC20InvalidReceiver: {
    why: 'Tokens cannot be sent to this address.',
    fix: 'Pass the address of a recipient; to destroy tokens, burn them.',
  },
  ERC20InvalidSender: {
    why: 'Tokens cannot be sent from the zero address.',
    fix: 'Pass the address of a holder.',
  },
  ERC20InvalidSpender: {
    why: 'The zero address cannot be approved.',
    fix: 'Pass the address of the contract that shall spend.',
  },
  ERC2612ExpiredSignature: {
    why: 'The deadline of the permit has passed.',
    fix: 'Sign a permit with a later deadline.',
  },
  ERC2612InvalidSigner: {
    why: 'The permit was not signed by the owner, or for another chain, token or nonce.',
    fix: 'Let the owner sign for this token and chain with its current nonce.',
  },
  ERC2981InvalidDefaultRoyalty: {
    why: 'The royalty exceeds the sale price.',
    fix: 'Set a smaller royalty.',
  },
  ERC2981InvalidDefaultRoyaltyReceiver: {
    why: 'A royalty cannot go to the zero address.',
    fix: 'Pass the address of a receiver.',
  },
  ERC2981InvalidTokenRoyalty: {
    why: 'The royalty exceeds the sale price.',
    fix: 'Set a smaller royalty.',
  },
  ERC2981InvalidTokenRoyaltyReceiver: {
    why: 'A royalty cannot go to the zero address.',
    fix: 'Pass the address of a receiver.',
  },
  ERC5805FutureLookup: {
    why: 'The asked timestamp is not in the past yet, so that its votes can still change.',
    fix: "Ask for a timestamp before the current block's.",
  },
  ERC6372InconsistentClock: {
    why: 'The token tells time by another clock than its votes.',
    fix: 'Report it: this contract is not usable.',
  },
  ERC721EnumerableForbiddenBatchMint: {
    why: 'Units that can be listed are minted one by one.',
    fix: 'Report it: no function of this protocol should end here.',
  },
  ERC721IncorrectOwner: {
    why: 'The unit belongs to somebody else.',
    fix: 'Look up its owner and pass that address.',
  },
  ERC721InsufficientApproval: {
    why: 'The caller neither owns the unit nor is approved for it.',
    fix: 'Call from the owner, or let the owner approve the caller.',
  },
  ERC721InvalidApprover: {
    why: 'Only the owner or its operator may approve for a unit.',
    fix: 'Call from the owner.',
  },
  ERC721InvalidOperator: {
    why: 'This address cannot be an operator.',
    fix: 'Pass the address of the contract that shall move the units.',
  },
  ERC721InvalidOwner: {
    why: 'The zero address owns nothing.',
    fix: 'Pass the address of an owner.',
  },
  ERC721InvalidReceiver: {
    why: 'The receiver does not accept units: it is zero, or a contract without onERC721Received.',
    fix: 'Send to a wallet, or to a contract that implements IERC721Receiver.',
  },
  ERC721InvalidSender: {
    why: 'The unit exists already, or comes from nowhere.',
    fix: 'Check the unit id.',
  },
  ERC721NonexistentToken: {
    why: 'There is no unit with this id.',
    fix: 'Check the id: it was never minted, or was burned.',
  },
  ERC721OutOfBoundsIndex: {
    why: 'The list of units is shorter than the index.',
    fix: 'Pass an index below the balance or the total supply.',
  },
  EnforcedPause: {
    why: 'The contract is paused.',
    fix: 'Wait: every pause has an end, written on chain.',
  },
  EnumerableMapNonexistentKey: {
    why: 'The key is not in the list.',
    fix: 'Check the id you pass.',
  },
  Error: {
    why: 'A contract refused with a text instead of a typed error.',
    fix: 'Read the text: it comes from a contract outside this protocol.',
  },
  ExecutionError: {
    why: 'The message failed where it arrived; the inner error says why.',
    fix: 'Remove the cause, then execute the message manually.',
  },
  ExpectedPause: {
    why: 'The contract is not paused.',
    fix: 'Nothing to resume.',
  },
  FailedCall: {
    why: 'A call to another contract reverted without a reason.',
    fix: 'Simulate that call alone to see why it fails.',
  },
  FailedDeployment: {
    why: 'A contract could not be deployed.',
    fix: 'Check that the salt is unused and the constructor accepts its arguments.',
  },
  FailedToSendValue: {
    why: 'ETH could not be passed on.',
    fix: 'Send exactly the fee that getFee names.',
  },
  FeeTokenNotSupported: {
    why: 'CCIP does not take its fee in this token.',
    fix: 'Pay in ETH or LINK.',
  },
  GovernorAlreadyCastVote: {
    why: 'The voter has no weight left: it cast all, or had none at the snapshot.',
    fix: 'Use changeVote to replace a ballot; who had no votes at the snapshot has none to cast.',
  },
  GovernorAlreadyQueuedProposal: {
    why: 'The proposal is in the timelock already.',
    fix: 'Wait for its delay, then execute it.',
  },
  GovernorBoundedSettings_ProposalThresholdOutOfBounds: {
    why: 'The proposal threshold lies outside its limits.',
    fix: 'Propose a threshold between the two limits.',
  },
  GovernorBoundedSettings_VotingDelayOutOfBounds: {
    why: 'The voting delay lies outside its limits.',
    fix: 'Propose a delay between the two limits.',
  },
  GovernorBoundedSettings_VotingPeriodOutOfBounds: {
    why: 'The voting period lies outside its limits.',
    fix: 'Propose a period between the two limits.',
  },
  GovernorChangeVoteBySig_SignatureExpired: {
    why: "The signature's deadline has passed.",
    fix: 'Ask the voter for a signature with a later deadline.',
  },
  GovernorClassQuorum_FloorOutOfBounds: {
    why: 'A quorum floor lies outside the limits of its class.',
    fix: 'Propose a floor between the two limits.',
  },
  GovernorClassQuorum_NumeratorOutOfBounds: {
    why: 'A quorum fraction lies outside the limits of its class.',
    fix: 'Propose a fraction between the two limits.',
  },
  GovernorCountingFlexible_ExceedsRemainingWeight: {
    why: 'A split vote uses more weight than the voter has left.',
    fix: 'Split at most the remaining weight, or replace the ballot with changeVote.',
  },
  GovernorCountingFlexible_NoBallot: {
    why: 'There is no ballot to change.',
    fix: 'Cast a vote first.',
  },
  GovernorDisabledDeposit: {
    why: 'The governor takes no ETH: the treasury is the timelock.',
    fix: 'Send to the timelock.',
  },
  GovernorExceedRemainingWeight: {
    why: 'The parts of the vote add up to more than the voter has left.',
    fix: 'Split at most the remaining weight.',
  },
  GovernorHold_Held: {
    why: 'The validators hold this proposal.',
    fix: 'Execute from that time on; the approval stays usable for the whole grace period after it.',
  },
  GovernorInsufficientProposerVotes: {
    why: 'The proposer has fewer votes than a proposal needs.',
    fix: 'Delegate votes to the proposer, then wait one second.',
  },
  GovernorInvalidProposalLength: {
    why: 'A proposal needs at least one action, and as many targets as values and calldatas.',
    fix: 'Pass three lists of the same length.',
  },
  GovernorInvalidQuorumFraction: {
    why: 'The quorum would exceed the whole supply.',
    fix: 'Propose a smaller fraction.',
  },
  GovernorInvalidSignature: {
    why: 'The signature is not that of the account, or it is for something else, or was used before.',
    fix: 'Let the account sign exactly this again, with its present nonce.',
  },
  GovernorInvalidVoteParams: {
    why: 'The split of the vote is not three packed 128-bit numbers.',
    fix: 'Pass against, for and abstain, packed, with support 255; otherwise pass none.',
  },
  GovernorInvalidVoteType: {
    why: 'There is no such choice.',
    fix: 'Vote 0 against, 1 for, 2 abstain, or 255 with a split.',
  },
  GovernorInvalidVotingPeriod: {
    why: 'A vote cannot last no time.',
    fix: 'Propose a period within the bounds.',
  },
  GovernorLifecycle_GracePeriodOutOfBounds: {
    why: 'The grace period lies outside its limits.',
    fix: 'Deploy with a grace period between the two limits.',
  },
  GovernorLifecycle_ProposerHasLiveProposal: {
    why: 'The proposer already has a proposal that is pending or active.',
    fix: 'Wait for its vote to end, or cancel it first.',
  },
  GovernorNonexistentProposal: {
    why: 'There is no such proposal.',
    fix: 'Check the id: it is the hash of actions and description, which must match to the letter.',
  },
  GovernorOnlyExecutor: {
    why: 'Only a passed proposal may call this.',
    fix: 'Put the call into a proposal.',
  },
  GovernorPreventLateSwing_WindowOutOfBounds: {
    why: 'The swing window lies outside its limits.',
    fix: 'Deploy with a window between the two limits.',
  },
  GovernorProposalQueueingFailed: {
    why: 'The timelock would not queue the proposal.',
    fix: 'Check that the same actions are not queued already.',
  },
  GovernorProposalQueueingNotRequired: {
    why: 'This proposal needs no queue.',
    fix: 'Execute it.',
  },
  GovernorProposeBySig_SignatureExpired: {
    why: "The signature's deadline has passed.",
    fix: 'Ask the signer for a signature with a later deadline.',
  },
  GovernorRestrictedProposer: {
    why: 'The description names another proposer.',
    fix: 'Propose from the address at the end of the description, or remove it.',
  },
  GovernorUnableToCancel: {
    why: 'The proposal is over, or this account may not cancel it now.',
    fix: 'Ask its proposer until it is defeated, executed or expired; others may cancel only before the vote ends, once the proposer was below the threshold for an hour.',
  },
  GovernorUnexpectedProposalState: {
    why: 'The proposal is in another state than this step needs.',
    fix: 'Read its state: vote while active, queue when succeeded, execute when queued and the delay is over; what was proposed before needs another description.',
  },
  InsufficientBalance: {
    why: 'The contract holds less ETH than the call sends.',
    fix: 'Fund the contract, or send less.',
  },
  InsufficientFeeTokenAmount: {
    why: 'The fee sent is less than the lane asks for.',
    fix: 'Ask for the fee again and send at least that.',
  },
  InsufficientGasToCompleteTx: {
    why: 'The transaction ran out of gas before the message was done.',
    fix: 'Execute with a higher gas limit.',
  },
  Invalid32ByteEncoding: {
    why: 'The receiver is not a padded address.',
    fix: 'Encode the receiver with abi.encode(address).',
  },
  InvalidAccountNonce: {
    why: 'The signature carries a nonce that is used or not yet due.',
    fix: 'Sign again with the current nonce.',
  },
  InvalidDecimalArgs: {
    why: 'The pool was told other decimals than its token has.',
    fix: "Deploy it with the token's decimals.",
  },
  InvalidEVMAddress: {
    why: 'The receiver is not an address of the destination.',
    fix: 'Encode the receiver with abi.encode(address).',
  },
  InvalidExtraArgsTag: {
    why: 'CCIP does not know this version of extra arguments.',
    fix: 'Encode them as EVMExtraArgsV2.',
  },
  InvalidMsgValue: {
    why: 'ETH was sent although the fee is paid in a token.',
    fix: 'Send no ETH, or pay the fee in ETH.',
  },
  InvalidRateLimitRate: {
    why: 'A rate limit needs a rate above zero and below its capacity.',
    fix: 'Set 0 < rate < capacity.',
  },
  InvalidRecipientAddress: {
    why: 'Nothing can be recovered to this address.',
    fix: 'Pass the address of a recipient.',
  },
  InvalidRemoteChainDecimals: {
    why: "The other chain's pool reports decimals that cannot be read.",
    fix: 'Check the peer pool of this lane.',
  },
  InvalidRemotePoolForChain: {
    why: 'This pool is not a peer on that chain.',
    fix: 'Pass a pool that getRemotePools lists.',
  },
  InvalidShortString: {
    why: 'A stored short text is malformed.',
    fix: 'Report it: this should not happen.',
  },
  InvalidSourcePoolAddress: {
    why: 'The tokens come from a pool that is not a peer.',
    fix: 'Check the peers of the lane; after a rotation keep the old pool listed until its messages have arrived.',
  },
  InvalidToken: {
    why: 'The pool serves another token.',
    fix: 'Bridge OPEN, or look up the pool in the TokenAdminRegistry.',
  },
  LaneGuard_NotBraked: {
    why: 'The lane is not braked.',
    fix: 'Nothing; its limits are those that the timelock set.',
  },
  LaneGuard_NotGuardian: {
    why: 'Only the guardian, within its term, can lower limits, and only it or the timelock can restore them early.',
    fix: 'Call from `guardian` before `guardianUntil`; a vote can appoint a new one.',
  },
  LaneGuard_NotLower: {
    why: 'The guardian would have raised a limit.',
    fix: 'Choose capacity and rate, both ways, at most those that the pool has now.',
  },
  LaneGuard_NotTimelock: {
    why: 'Only the timelock can do this.',
    fix: 'Propose the change and let the timelock execute it.',
  },
  LaneGuard_SetElsewhere: {
    why: 'The timelock has set other limits since, at the pool itself, and they stand.',
    fix: 'Nothing; the brake is over.',
  },
  LaneGuard_TermTooLong: {
    why: "A guardian's term is at most one year.",
    fix: 'Choose an end up to `max`.',
  },
  LaneGuard_TooSoon: {
    why: 'The last brake of this lane was too short a time ago.',
    fix: 'Wait until `allowedFrom`.',
  },
  LaneGuard_UnusableLimit: {
    why: 'A lane is always limited, and a bucket that holds something also refills.',
    fix: 'Enable the limit; give it a rate, or no capacity either.',
  },
  LaneGuard_ZeroAddress: {
    why: "The constructor's timelock was zero.",
    fix: "Pass the chain's timelock.",
  },
  LazyVotes_InvalidSignature: {
    why: 'The signature is not one of the delegator over this delegation.',
    fix: "Sign `Delegation(address delegator,address delegatee,uint256 nonce,uint256 expiry)` in this token's domain with the delegator's key, or let the delegator's ERC-1271 contract accept that digest.",
  },
  LazyVotes_RegisteredCannotDelegate: {
    why: 'A registered escrow or pool tried to delegate: it holds tokens for others and never votes.',
    fix: 'Delegate from the account that owns the tokens.',
  },
  LockLedger_AlreadyPool: {
    why: 'This pool writes the ledger already.',
    fix: 'Nominate another one.',
  },
  LockLedger_ForeignOwner: {
    why: 'The pool belongs to somebody else than the timelock, who could make it release anything.',
    fix: 'Offer its ownership to the timelock and let the timelock accept it first.',
  },
  LockLedger_ForeignPool: {
    why: 'This is no pool of OPEN that writes this ledger.',
    fix: 'Deploy an OpenLockPool with this ledger and its token.',
  },
  LockLedger_FutureLookup: {
    why: 'A total was asked for at an instant that is not over yet.',
    fix: "Ask for a timestamp before the current block's.",
  },
  LockLedger_NoNominee: {
    why: 'No pool is nominated.',
    fix: 'Nominate one first.',
  },
  LockLedger_NoPredecessor: {
    why: 'There is no predecessor to dismiss.',
    fix: 'Nothing; the current pool alone writes.',
  },
  LockLedger_NotPool: {
    why: 'Only the current pool, and its predecessor until it is dismissed, can record anything.',
    fix: "Set the current pool in CCIP's TokenAdminRegistry; what a dismissed pool could not release can be executed again by hand then.",
  },
  LockLedger_NotTimelock: {
    why: 'Only the timelock can do this.',
    fix: 'Propose the change and let the timelock execute it.',
  },
  LockLedger_ReleaseExceedsLocked: {
    why: 'More OPEN would have come back from a chain than was ever locked for it.',
    fix: 'Stop the lane and find out who minted OPEN there without a lock here; the message can be executed again by hand once enough has been locked for that chain.',
  },
  LockLedger_RotationOpen: {
    why: 'The rotation before is not over.',
    fix: 'Dismiss the predecessor first, once it holds no OPEN.',
  },
  LockLedger_TooSoon: {
    why: 'The nominee has not waited long enough.',
    fix: 'Appoint it from `from` on.',
  },
  LockLedger_ZeroAddress: {
    why: 'A constructor argument was zero.',
    fix: 'Pass OPEN and its timelock.',
  },
  ManualExecutionGasLimitMismatch: {
    why: 'Gas limits were given for another number of messages.',
    fix: 'Pass one for each message.',
  },
  ManualExecutionNotYetEnabled: {
    why: 'CCIP still tries to execute the message itself.',
    fix: 'Wait: manual execution opens some time after the commit, one hour as a rule.',
  },
  MerkleClaims_AlreadyClaimed: {
    why: 'The leaf was claimed.',
    fix: 'Nothing; the `Claimed` event of this index says where it went.',
  },
  MerkleClaims_ClaimTooLarge: {
    why: 'One claim may take at most a quarter of the weekly limit.',
    fix: 'Tell whoever published the list; the build script refuses such leaves when it is told the limit.',
  },
  MerkleClaims_DeadlineOutOfRange: {
    why: 'A campaign lasts too short or too long.',
    fix: 'Choose a deadline from `earliest` to `latest`.',
  },
  MerkleClaims_InvalidDestination: {
    why: 'The tokens would go nowhere, or back to this contract.',
    fix: 'Name the account that shall receive them.',
  },
  MerkleClaims_InvalidProof: {
    why: "The leaf with this proof is not in the campaign's tree.",
    fix: 'Take leaf and proof from the published tree of this campaign, all four values unchanged.',
  },
  MerkleClaims_InvalidSignature: {
    why: "The signature is not the account's, or is for other terms.",
    fix: 'Have `account` sign the `Claim` message with exactly these values, for this chain and contract.',
  },
  MerkleClaims_NotAccount: {
    why: 'Only the account of the leaf can claim it without a signature.',
    fix: 'Call from `account`, or use `claimFor` with its signature.',
  },
  MerkleClaims_NotFunded: {
    why: 'The row has not funded what is asked for, or it is promised to another campaign.',
    fix: 'Let the allocation fund this contract from the same row first, in the same proposal.',
  },
  MerkleClaims_NotOver: {
    why: 'The campaign is not over.',
    fix: 'Claw back from `deadline` on.',
  },
  MerkleClaims_NotPaused: {
    why: 'There is no pause to end.',
    fix: 'Nothing; the campaign is not paused.',
  },
  MerkleClaims_NotStarted: {
    why: 'The campaign has not begun.',
    fix: 'Claim from `start` on.',
  },
  MerkleClaims_NothingLeft: {
    why: 'The campaign has nothing left to give back.',
    fix: 'Nothing; all was claimed or given back.',
  },
  MerkleClaims_Over: {
    why: 'The campaign is over.',
    fix: 'Nothing; what was not claimed before the deadline goes back to its row.',
  },
  MerkleClaims_PauseOutOfRange: {
    why: 'A campaign is paused for at most 30 days in its whole life.',
    fix: 'Choose a duration from 1 to `left` seconds.',
  },
  MerkleClaims_Paused: {
    why: 'The campaign is paused.',
    fix: 'Wait until `until`; the deadline has moved by the length of the pause.',
  },
  MerkleClaims_SignatureExpired: {
    why: "The signature's deadline has passed.",
    fix: 'Have the account sign anew with a later deadline.',
  },
  MerkleClaims_TotalAboveCapacity: {
    why: 'The total cannot leave before the deadline.',
    fix: 'Promise at most `capacity`, or raise the weekly limit, or move the deadline.',
  },
  MerkleClaims_TotalExceeded: {
    why: 'The campaign has less left than the leaf says: its list sums to more than its total.',
    fix: 'Tell whoever published the list; a new campaign can make good for it.',
  },
  MerkleClaims_UnknownCampaign: {
    why: 'There is no such campaign.',
    fix: 'Use a campaign from 1 to `campaignCount`.',
  },
  MerkleClaims_WeeklyLimitExceeded: {
    why: 'The claim would exceed the weekly limit.',
    fix: 'Wait; what left is given back after 7 days to 7 days and 6 hours. Nothing is lost meanwhile.',
  },
  MerkleClaims_WrongTimelock: {
    why: 'The timelock of the allocation is another one.',
    fix: 'Deploy with the timelock the allocation was deployed with.',
  },
  MerkleClaims_ZeroRoot: {
    why: 'A campaign without a tree was asked for.',
    fix: 'Pass the root that `npm run claims -- build` prints.',
  },
  MerkleClaims_ZeroTotal: {
    why: 'A campaign without anything to claim was asked for.',
    fix: 'Promise at least one wei.',
  },
  MerkleProofInvalidMultiproof: {
    why: 'The proof does not fit the leaves.',
    fix: 'Build the proof again from the published tree.',
  },
  MessageGasLimitTooHigh: {
    why: 'The message asks for more gas than the lane gives.',
    fix: 'Lower the gas limit.',
  },
  MessageTooLarge: {
    why: 'The message has more bytes than the lane carries.',
    fix: 'Send less data.',
  },
  MismatchedArrayLengths: {
    why: 'The lists differ in length.',
    fix: 'Pass lists of the same length.',
  },
  MustBeProposedOwner: {
    why: 'Only the proposed owner may accept.',
    fix: 'Call from that address.',
  },
  NonExistentChain: {
    why: 'The pool has no such lane.',
    fix: 'Choose a chain of config/chains.ts whose lane is open.',
  },
  OnlyCallableByOwner: {
    why: 'Only the owner may call this.',
    fix: 'Call from the owner, which is the timelock: propose the call to governance.',
  },
  OpenGovernor_ClockIsNotTimestamp: {
    why: 'The token does not count time in seconds.',
    fix: "Deploy with a token whose clock is the block's timestamp.",
  },
  OpenGovernor_ListNamesOtherGovernor: {
    why: 'The standard list was built for another governor.',
    fix: 'Deploy the list with the address that this governor will have.',
  },
  OpenGovernor_ListNamesOtherTimelock: {
    why: "The standard list answers to another timelock than the governor's.",
    fix: 'Deploy list and governor with the same timelock.',
  },
  OpenGovernor_TimelockIsFixed: {
    why: 'The timelock is part of what the governor is and never changes.',
    fix: "Replace the governor instead, by a vote that moves the timelock's roles.",
  },
  OpenGovernor_TokenNamesOtherTimelock: {
    why: "The token answers to another timelock than the governor's.",
    fix: 'Deploy token and governor with the same timelock.',
  },
  OpenLockPool_RotationOpen: {
    why: 'Until the rotation is over, only the owner decides when the OPEN moves.',
    fix: 'Let the timelock call, or wait until it has dismissed this pool at the ledger.',
  },
  OpenLockPool_StillCurrent: {
    why: 'The pool has no successor, so its OPEN stays.',
    fix: 'Nominate a new pool at the ledger, and appoint it 15 days later.',
  },
  OpenTimelock_DelayOutOfBounds: {
    why: 'The delay lies outside its bounds.',
    fix: 'Choose a delay from `min` to `max` seconds.',
  },
  OpenTimelock_TokenNamesOtherTimelock: {
    why: 'The token was built for another timelock than this one.',
    fix: "Deploy the timelock at the address that the token's constructor was given.",
  },
  OpenToken_AlreadyRegistered: {
    why: 'The account is an escrow or a pool already, and stays what it is for ever.',
    fix: 'Deploy another contract for the other job.',
  },
  OpenToken_EscrowBelowFloor: {
    why: 'The movement would leave an escrow with fewer tokens than it holds for accounts.',
    fix: 'Let the escrow pay tokens it holds for an account by `escrowOut`.',
  },
  OpenToken_EscrowedTooLittle: {
    why: 'The escrow holds less for the account than was asked for.',
    fix: 'Ask for at most `held`.',
  },
  OpenToken_HasDelegatee: {
    why: 'The account has a delegatee, but escrows and pools never vote.',
    fix: 'Register a contract that never delegates, or let it delegate to zero first.',
  },
  OpenToken_NotEscrow: {
    why: 'The caller is not a registered escrow.',
    fix: 'Users stake through the escrow contract; a new escrow is registered by a proposal (`addEscrow`).',
  },
  OpenToken_NotRegistrable: {
    why: 'The account cannot be an escrow or pool: it is zero, has no code, or is this token.',
    fix: 'Deploy the contract first and register its address.',
  },
  OpenToken_NotTimelock: {
    why: 'The caller is not the timelock.',
    fix: 'Make the call by a governance proposal.',
  },
  OpenToken_ReleaseToEscrow: {
    why: 'Escrowed tokens were to be released to an escrow, where they would belong to nobody.',
    fix: 'Release to the account, which may put them into the other escrow itself.',
  },
  OpenToken_TooManyEscrows: {
    why: 'All places for escrows are taken, and escrows are never removed.',
    fix: 'None; use one of the registered escrows.',
  },
  OpenToken_ZeroAddress: {
    why: 'A constructor argument is the zero address.',
    fix: 'Pass the predicted addresses of the allocation and the timelock.',
  },
  OpenVesting_AlreadyRevoked: {
    why: 'The grant is revoked already, for ever.',
    fix: 'Nothing to do; the day of the first revocation stands.',
  },
  OpenVesting_Irrevocable: {
    why: 'The grant cannot be revoked, by anybody.',
    fix: 'Nothing to do; only grants created revocable can be.',
  },
  OpenVesting_NotBeneficiary: {
    why: 'The caller is not the beneficiary.',
    fix: 'Call as `beneficiary()`; anybody may call `release()` without an address.',
  },
  OpenVesting_NotFactory: {
    why: 'The caller is not the factory.',
    fix: "Create wallets by the factory's `create`, which initializes them in the same transaction.",
  },
  OpenVesting_NotOffered: {
    why: 'The wallet was not offered to the caller.',
    fix: 'Have the beneficiary call `offerBeneficiary` with this address first.',
  },
  OpenVesting_NotTimelock: {
    why: 'The caller is not the timelock.',
    fix: 'Revoke by a governance proposal.',
  },
  OpenVesting_NothingToRelease: {
    why: 'Nothing is due.',
    fix: 'Wait until `releasable()` is not zero.',
  },
  OpenVesting_ToItself: {
    why: 'The wallet would pay itself.',
    fix: 'Name another address.',
  },
  OverflowDetected: {
    why: "The amount overflows in this token's decimals.",
    fix: 'Send less.',
  },
  OwnableInvalidOwner: {
    why: 'This address cannot be an owner.',
    fix: 'Pass another address.',
  },
  OwnableUnauthorizedAccount: {
    why: 'Only the owner may call this.',
    fix: 'Call from the owner, which is the timelock: propose the call to governance.',
  },
  OwnerCannotBeZero: {
    why: 'The zero address cannot own.',
    fix: 'Pass the address of an owner.',
  },
  Panic: {
    why: 'A contract hit an arithmetic, array or assertion fault.',
    fix: 'Check the amounts and ids you pass; report it if they are right, because this should not happen.',
  },
  PoolAlreadyAdded: {
    why: 'The pool is a peer already.',
    fix: 'Nothing to do.',
  },
  PriceOracle_AmountTooLarge: {
    why: 'The USD amount is too large to be converted.',
    fix: 'Ask for at most 2^128 - 1, which is more than all money.',
  },
  PriceOracle_BoundsInvalid: {
    why: 'The price bounds are empty or the wrong way round.',
    fix: 'Choose 0 < minPrice < maxPrice.',
  },
  PriceOracle_DecimalsChanged: {
    why: "The feed's decimals are not those it had when it was set.",
    fix: 'Use another asset until a vote has set the feed again.',
  },
  PriceOracle_FeedFailed: {
    why: 'The feed did not answer, or not as a feed does.',
    fix: 'Try again later, or use another asset.',
  },
  PriceOracle_FutureAnswer: {
    why: "The feed's answer is dated in the future.",
    fix: 'Try again later, or use another asset.',
  },
  PriceOracle_MaxAgeOutOfRange: {
    why: 'The age limit of a feed is outside its bounds.',
    fix: 'Choose a limit from `min` to `max` seconds.',
  },
  PriceOracle_NoCode: {
    why: 'The feed or the sequencer feed has no code.',
    fix: 'Give the address of the contract on this chain.',
  },
  PriceOracle_NoFeed: {
    why: 'The asset has no feed.',
    fix: 'Use an asset that has one; a vote can set a feed.',
  },
  PriceOracle_NonPositiveAnswer: {
    why: "The feed's answer is zero or negative.",
    fix: 'Try again later, or use another asset.',
  },
  PriceOracle_NotTimelock: {
    why: 'Only the timelock can change feeds.',
    fix: 'Propose the change and let the timelock execute it.',
  },
  PriceOracle_PriceOutOfBounds: {
    why: 'The price is outside what is believed of this asset.',
    fix: 'Use another asset until the price is back inside, or a vote has moved the bounds.',
  },
  PriceOracle_SequencerDown: {
    why: "The chain's sequencer is down, or its state is not known.",
    fix: 'Wait until the sequencer is up and its grace has passed.',
  },
  PriceOracle_SequencerGrace: {
    why: "The chain's sequencer has been up again for too short a time for feeds to have caught up.",
    fix: 'Wait until `graceEnd`.',
  },
  PriceOracle_SequencerGraceTooLong: {
    why: 'The sequencer grace is above its bound.',
    fix: 'Choose at most `max` seconds.',
  },
  PriceOracle_StaleAnswer: {
    why: "The feed's answer is too old.",
    fix: "Wait for the feed's next answer, or use another asset.",
  },
  PriceOracle_TooManyDecimals: {
    why: 'The feed or the asset has more decimals than this contract can scale.',
    fix: 'Choose a feed and an asset with at most `max` decimals.',
  },
  ReceiverError: {
    why: 'The receiving contract refused the message; the inner error says why.',
    fix: 'Remove the cause, then execute the message manually with more gas if that was it.',
  },
  ReentrancyGuardReentrantCall: {
    why: 'The function was entered again before it had finished.',
    fix: 'Do not call back from a token or ETH receiver; call again afterwards.',
  },
  ReleaseOrMintBalanceMismatch: {
    why: 'The receiver got another amount than the pool released.',
    fix: 'Report it: OPEN takes no fee on transfer.',
  },
  RewardStream_Finished: {
    why: 'Every month was sent.',
    fix: 'None; further rewards need another source and a vote.',
  },
  RewardStream_NoSurplus: {
    why: 'There is no OPEN here beyond what the schedule still sends.',
    fix: 'None; what was funded is for stakers alone.',
  },
  RewardStream_NotTimelock: {
    why: 'The caller is not the timelock.',
    fix: 'Make the call by a governance proposal.',
  },
  RewardStream_TooEarly: {
    why: 'The month before still streams.',
    fix: 'Call again at `readyAt` or later; it moves on while nobody is staked.',
  },
  RewardStream_Underfunded: {
    why: 'There is less OPEN here than the next month needs.',
    fix: 'Let a vote call `fund` of the token allocation with this contract as recipient.',
  },
  RewardStream_ZeroAddress: {
    why: 'A constructor argument is the zero address.',
    fix: 'Pass the addresses of the token, the staking contract and the timelock.',
  },
  SafeCastOverflowedIntDowncast: {
    why: 'The value does not fit its type.',
    fix: 'Pass a smaller value.',
  },
  SafeCastOverflowedIntToUint: {
    why: 'A negative value appeared where none may.',
    fix: 'Pass a positive value; if it is a price, its feed is broken.',
  },
  SafeCastOverflowedUintDowncast: {
    why: 'The value does not fit its type.',
    fix: 'Pass a smaller value.',
  },
  SafeCastOverflowedUintToInt: {
    why: 'The value does not fit its type.',
    fix: 'Pass a smaller value.',
  },
  SafeERC20FailedDecreaseAllowance: {
    why: 'The allowance is smaller than what shall be taken off.',
    fix: 'Lower it by at most what it is.',
  },
  SafeERC20FailedOperation: {
    why: 'The token refused the transfer.',
    fix: 'Check balance and allowance of the payer, and that the token does not block either side.',
  },
  SaleBrake_DurationOutOfRange: {
    why: 'A pause is at most 7 days.',
    fix: 'Choose a duration from 1 to `max` seconds.',
  },
  SaleBrake_NotGuardian: {
    why: 'Only the guardian, within its term, can pause.',
    fix: 'Call from `guardian` before `guardianUntil`; a vote can appoint a new one.',
  },
  SaleBrake_NotPaused: {
    why: 'There is no pause to end.',
    fix: 'Nothing; buying is possible.',
  },
  SaleBrake_NotTimelock: {
    why: 'Only the timelock can do this.',
    fix: 'Propose the change and let the timelock execute it.',
  },
  SaleBrake_Paused: {
    why: 'Buying, or redeeming vouchers, is paused.',
    fix: 'Wait until `until`; what would have ended meanwhile ends later by the length of the pause.',
  },
  SaleBrake_TermTooLong: {
    why: "A guardian's term is at most one year.",
    fix: 'Choose an end up to `max`.',
  },
  SaleBrake_TooSoon: {
    why: 'The last pause was too short a time ago.',
    fix: 'Wait until `allowedFrom`.',
  },
  SenderNotAllowed: {
    why: 'The lane does not accept this sender.',
    fix: 'Send from an allowed address.',
  },
  SlashVault_NotTimelock: {
    why: 'The caller is not the timelock.',
    fix: 'Make the call by a governance proposal.',
  },
  SlashVault_ZeroAddress: {
    why: 'A constructor argument is the zero address.',
    fix: 'Pass the addresses of the token and the timelock.',
  },
  StakingLens_ZeroAddress: {
    why: "The core's address is zero.",
    fix: 'Pass the address of ValidatorStaking.',
  },
  StaleGasPrice: {
    why: "CCIP's gas price for the destination is too old.",
    fix: 'Try again after its next update.',
  },
  StandardActions_CapExhausted: {
    why: 'The standard proposals executed within 30 days would together move more than the cap.',
    fix: 'Execute when `available` has grown to the amount, if the proposal has not expired by then; else propose it again.',
  },
  StandardActions_CapTooLarge: {
    why: 'The cap of a payment is larger than the books can count.',
    fix: 'Set a cap of at most `max`.',
  },
  StandardActions_NeverStandard: {
    why: 'This function can never stand on the list.',
    fix: 'Propose the action as it is; the proposal is constitutional and needs no entry.',
  },
  StandardActions_NotGovernor: {
    why: 'Only the governor uses caps up.',
    fix: 'Call execute of the governor; it calls here.',
  },
  StandardActions_NotListed: {
    why: 'The action left the list after the proposal was made.',
    fix: 'Propose the action again; it is constitutional now.',
  },
  StandardActions_NotTimelock: {
    why: 'Only the timelock changes the list.',
    fix: 'Propose the change to the governor; it is a constitutional one.',
  },
  StandardActions_TokenNamesOtherTimelock: {
    why: 'OPEN answers to another timelock than the list.',
    fix: 'Deploy token and list with the same timelock.',
  },
  StringTooLong: {
    why: 'The text is too long for its place.',
    fix: 'Pass at most 31 bytes.',
  },
  StringsInsufficientHexLength: {
    why: 'The number has more digits than were asked for.',
    fix: 'Report it: this should not happen.',
  },
  StringsInvalidAddressFormat: {
    why: 'The text is not an address.',
    fix: 'Pass 0x and 40 hexadecimal digits.',
  },
  StringsInvalidChar: {
    why: 'The text has a character that is no digit.',
    fix: 'Pass digits only.',
  },
  SyntheticRedemption_NotReceived: {
    why: 'Another amount of sOPEN arrived than was to be redeemed.',
    fix: 'None for a user: the token passed at deployment takes a fee or does not move what it says.',
  },
  SyntheticRedemption_NotStarted: {
    why: 'Redemption has not begun.',
    fix: 'Wait until `start`.',
  },
  SyntheticRedemption_NotSynthetic: {
    why: 'The synthetic token cannot be exchanged 1:1: it is OPEN itself, or counts in other units.',
    fix: 'Pass the sOPEN contract of this chain.',
  },
  SyntheticRedemption_NotTimelock: {
    why: 'Only the timelock can do this.',
    fix: 'Make the call by a governance proposal.',
  },
  SyntheticRedemption_StartOutOfRange: {
    why: 'The start lies in the past or too far ahead.',
    fix: 'Choose a start from `earliest` to `latest`.',
  },
  SyntheticRedemption_StillPromised: {
    why: 'What is funded stays redeemable for longer.',
    fix: 'Wait until `allowedFrom`.',
  },
  SyntheticRedemption_ToItself: {
    why: 'The OPEN would be paid to this contract itself.',
    fix: 'Name an account that can use it.',
  },
  SyntheticRedemption_Underfunded: {
    why: 'More was to be redeemed than is funded; nothing was taken.',
    fix: 'Redeem at most `funded`, or wait until a vote funds more (`TokenAllocation.fund`).',
  },
  SyntheticRedemption_WrongCounterpart: {
    why: 'A counterpart names another one than was passed here.',
    fix: 'Deploy with the timelock of the token, and with the allocation that holds this token.',
  },
  SyntheticRedemption_ZeroAddress: {
    why: 'A constructor argument is the zero address.',
    fix: 'Pass the addresses of OPEN, sOPEN, the allocation and the timelock.',
  },
  SyntheticRedemption_ZeroAmount: {
    why: 'An amount of zero was given.',
    fix: 'Give at least one wei.',
  },
  TimelockInsufficientDelay: {
    why: 'The delay is shorter than the timelock allows.',
    fix: 'Schedule with at least the minimum delay.',
  },
  TimelockInvalidOperationLength: {
    why: 'The lists of the operation differ in length.',
    fix: 'Pass three lists of the same length.',
  },
  TimelockUnauthorizedCaller: {
    why: 'Only the timelock itself may call this.',
    fix: 'Put the call into a proposal.',
  },
  TimelockUnexecutedPredecessor: {
    why: 'Another operation must be executed first.',
    fix: 'Execute the predecessor.',
  },
  TimelockUnexpectedOperationState: {
    why: 'The operation is in another state than this step needs.',
    fix: 'Wait for its delay; if it was executed or cancelled, schedule it anew.',
  },
  TokenAllocation_CapsMismatch: {
    why: 'The caps of the rows do not sum to the supply.',
    fix: 'Pass the table of `config/allocation.ts` unchanged.',
  },
  TokenAllocation_GenesisClosed: {
    why: 'Genesis is closed, for ever.',
    fix: 'Make the payment by a governance proposal through `grant` or `fund`.',
  },
  TokenAllocation_NotAContract: {
    why: 'The recipient of a funding has no code.',
    fix: "Use `grant` for a wallet, or correct the contract's address.",
  },
  TokenAllocation_NotFunded: {
    why: 'The contract does not hold the whole supply at its deployment.',
    fix: "Deploy the token with this contract's predicted address as `allocation`.",
  },
  TokenAllocation_NotGenesisAdmin: {
    why: 'The caller is not the genesis administrator.',
    fix: 'Make the call by a governance proposal through `grant` or `fund`.',
  },
  TokenAllocation_NotOutstanding: {
    why: 'The caller would give back more than it got from the row.',
    fix: 'Give back at most `outstanding`, to the row the tokens came from.',
  },
  TokenAllocation_NotTimelock: {
    why: 'The caller is not the timelock.',
    fix: 'Make the call by a governance proposal.',
  },
  TokenAllocation_OutflowExceeded: {
    why: 'The payment would exceed the outflow limit of 30 days.',
    fix: 'Pay at most `available`, or wait: amounts are given back 31 days after the UTC day they left.',
  },
  TokenAllocation_RowExceeded: {
    why: 'The row has too little left.',
    fix: 'Pay at most `remaining`, or from another row.',
  },
  TokenAllocation_SameRow: {
    why: 'A row would lend its cap to itself.',
    fix: 'Name two rows.',
  },
  TokenAllocation_ToItself: {
    why: 'The payment would go to this contract itself, spending the row for nothing.',
    fix: 'Name the true recipient.',
  },
  TokenAllocation_UnknownRow: {
    why: 'There is no such row.',
    fix: 'Use a row of `rows()`, counted from 0.',
  },
  TokenAllocation_WrongTimelock: {
    why: "The token's timelock is another one.",
    fix: 'Deploy with the timelock the token was deployed with.',
  },
  TokenAllocation_ZeroAddress: {
    why: 'A constructor argument is the zero address.',
    fix: 'Pass the addresses of token, timelock, genesis administrator and vesting factory.',
  },
  TokenAllocation_ZeroAmount: {
    why: 'A payment of zero was asked for.',
    fix: 'Pay at least one wei.',
  },
  TokenHandlingError: {
    why: 'The token or its pool refused on arrival; the inner error says why.',
    fix: 'Remove the cause, then execute the message manually; for lack of gas raise the token gas.',
  },
  TokenMaxCapacityExceeded: {
    why: 'The amount exceeds what the lane carries at once.',
    fix: 'Send it in parts, each at most the capacity.',
  },
  TokenNotSupported: {
    why: 'CCIP has no price for this token.',
    fix: 'Use OPEN, ETH or LINK.',
  },
  TokenRateLimitReached: {
    why: 'The lane has carried as much as it may for now.',
    fix: 'Wait minWaitInSeconds, or send at most what is available.',
  },
  Unauthorized: {
    why: 'The caller may not change this setting.',
    fix: 'Call from the owner or the rate limit admin.',
  },
  UnitStream_NotFree: {
    why: 'There is less free OPEN than is needed.',
    fix: 'Let a vote fund this contract from the allocation first (`TokenAllocation.fund`), or ask for less.',
  },
  UnitStream_NotTimelock: {
    why: 'Only the timelock can do this.',
    fix: 'Make the call by a governance proposal.',
  },
  UnitStream_WrongCounterpart: {
    why: 'A counterpart names another one than was passed here.',
    fix: 'Deploy with the timelock of the token, with the allocation that holds this token, and at the address that Xnode One names as its observer.',
  },
  UnitStream_ZeroAddress: {
    why: 'A constructor argument is the zero address.',
    fix: 'Pass the addresses of Xnode One, OPEN, the allocation and the timelock.',
  },
  UnsupportedAttribute: {
    why: 'The gateway does not know this attribute.',
    fix: 'Leave it out; supportsAttribute tells which ones are known.',
  },
  UnsupportedDestinationChain: {
    why: 'The router knows no lane to this chain.',
    fix: 'Choose a chain of config/chains.ts whose lane is open.',
  },
  UnsupportedNumberOfTokens: {
    why: 'A message carries one token at most.',
    fix: 'Send one message for each token.',
  },
  UnsupportedToken: {
    why: 'No pool is registered for this token.',
    fix: 'Bridge OPEN, or register a pool in the TokenAdminRegistry.',
  },
  ValidatorHouse_AlreadyHeld: {
    why: 'Validators hold this proposal, or held it; once is all they can.',
    fix: 'Nothing to do.',
  },
  ValidatorHouse_AlreadyObjected: {
    why: 'The validator has objected.',
    fix: 'Nothing to do.',
  },
  ValidatorHouse_NotMember: {
    why: "The validator does not stand at this place of the set of the proposal's epoch.",
    fix: "Look its place up in the accountability contract's `snapshotOf(epoch)`.",
  },
  ValidatorHouse_NotOperator: {
    why: 'Only the operator objects for a validator.',
    fix: "Call from the operator's account.",
  },
  ValidatorHouse_NotQueued: {
    why: 'The proposal is not queued.',
    fix: 'Object while it waits in the timelock.',
  },
  ValidatorHouse_Tombstoned: {
    why: 'The validator was thrown out for a fault.',
    fix: 'None.',
  },
  ValidatorHouse_TooLate: {
    why: 'The proposal could be executed already.',
    fix: 'None; object before that time.',
  },
  ValidatorHouse_ZeroAddress: {
    why: 'A constructor argument is the zero address.',
    fix: 'Pass the predicted addresses of governor and staking.',
  },
  ValidatorStaking_BucketClosed: {
    why: 'The exits of this epoch were wholly slashed and take no further exit.',
    fix: 'Unbond in the next epoch.',
  },
  ValidatorStaking_Closed: {
    why: 'The validator has retired or was tombstoned and takes no stake, key or commission any more.',
    fix: 'Choose another validator; what is staked on this one can be claimed and unbonded.',
  },
  ValidatorStaking_CommissionTooHigh: {
    why: 'The commission is above the limit.',
    fix: 'Ask for at most `limit`; a rise is at most 500 above the present one.',
  },
  ValidatorStaking_DeadPool: {
    why: 'The delegated stake was slashed to almost nothing and takes no more.',
    fix: 'Stake on another validator.',
  },
  ValidatorStaking_EmptyReward: {
    why: 'A reward of nothing or in no time.',
    fix: 'Notify a positive amount and duration.',
  },
  ValidatorStaking_EvidenceOutOfTime: {
    why: 'The fault lies in the future, or so far back that stake bonded then may have left.',
    fix: 'Report faults of this epoch or the one before.',
  },
  ValidatorStaking_InSet: {
    why: 'The validator is in the set.',
    fix: 'Leave the set first.',
  },
  ValidatorStaking_InvalidProof: {
    why: "The proof of possession is not the signing key's for this operator on this contract and chain.",
    fix: 'Sign `possessionDigest(operator, deadline)` with the key itself, 65 bytes, low s.',
  },
  ValidatorStaking_Jailed: {
    why: 'The validator is in jail.',
    fix: 'Wait until `until`, then let the operator call `unjail`; type(uint40).max is for ever.',
  },
  ValidatorStaking_KeyUsed: {
    why: 'The key was used before; keys answer for what they signed for ever.',
    fix: 'Make a new key.',
  },
  ValidatorStaking_NotAccountability: {
    why: 'The caller may not slash for a fault of that epoch.',
    fix: 'Report the fault to the accountability contract in `settings()`, or for epochs before its activation to the one in `previousAccountability()`.',
  },
  ValidatorStaking_NotInSet: {
    why: 'The validator is not in the set.',
    fix: 'Name a member of the set.',
  },
  ValidatorStaking_NotJailed: {
    why: 'The validator is not in jail.',
    fix: 'Nothing to do; call `joinSet` to enter the set.',
  },
  ValidatorStaking_NotOperator: {
    why: 'The caller is not the operator of the validator.',
    fix: 'Send the call from the operator.',
  },
  ValidatorStaking_NotRetirable: {
    why: 'The validator cannot retire yet: own stake is bonded, or evidence can still reach what left.',
    fix: 'Unbond all own stake and call from epoch `possibleIn` on.',
  },
  ValidatorStaking_NotRewardStream: {
    why: 'The caller is not the reward stream.',
    fix: 'Call `drip` of the reward stream.',
  },
  ValidatorStaking_NotServing: {
    why: 'The validator left the set before the epoch of the fault, or never was in it.',
    fix: 'None; what its key says outside the set counts for nothing.',
  },
  ValidatorStaking_NotTimelock: {
    why: 'The caller is not the timelock.',
    fix: 'Make the call by a governance proposal.',
  },
  ValidatorStaking_NotUnitOwner: {
    why: 'The caller does not own the Xnode One.',
    fix: 'Register with a unit held by the operator.',
  },
  ValidatorStaking_NothingToPay: {
    why: 'There is nothing to pay.',
    fix: 'None needed; call again when a reward has accrued or an exit exists.',
  },
  ValidatorStaking_OverDelegationCap: {
    why: "The delegated stake would exceed its multiple of the operator's own.",
    fix: 'Stake at most the difference, or on another validator; as the operator, keep more own stake, or leave the set before unbonding it.',
  },
  ValidatorStaking_OwnStake: {
    why: "An operator's own stake cannot be redelegated.",
    fix: '`unbond` and `withdraw` it, then stake it elsewhere.',
  },
  ValidatorStaking_PositionTooSmall: {
    why: 'The position holds less than was asked for.',
    fix: 'Ask for at most `tokens`.',
  },
  ValidatorStaking_ProofExpired: {
    why: 'The proof of possession is too old.',
    fix: 'Sign a new one with a later deadline.',
  },
  ValidatorStaking_Resting: {
    why: 'The validator rests, and only its operator ends that.',
    fix: 'Let the operator call `joinSet`.',
  },
  ValidatorStaking_SameValidator: {
    why: 'A redelegation leads to another validator, not to the one it leaves.',
    fix: 'Name the destination that `redelegate` was given.',
  },
  ValidatorStaking_SelfStakeTooLow: {
    why: "The operator's own stake is, or would be, below the minimum.",
    fix: 'Stake more, or leave the set before unbonding below it.',
  },
  ValidatorStaking_SetFull: {
    why: 'The set is full.',
    fix: '`replaceMember` a lighter member.',
  },
  ValidatorStaking_SettingOutOfBounds: {
    why: 'A setting lies outside the bounds written in the code.',
    fix: 'Choose a value from `min` to `max`; `Settings` says which setting has these bounds and its unit.',
  },
  ValidatorStaking_SettingsNotQueued: {
    why: 'These are not the queued settings.',
    fix: 'Pass exactly the values of the last `SettingsProposed` event.',
  },
  ValidatorStaking_SettingsNotReady: {
    why: 'The queued settings are not ready.',
    fix: 'Activate them at `readyAt` or later.',
  },
  ValidatorStaking_StillUnbonding: {
    why: 'The exit is not over.',
    fix: 'Withdraw from epoch `claimableIn` on.',
  },
  ValidatorStaking_TooLight: {
    why: 'The challenger does not outweigh the member by more than 1 %.',
    fix: 'Gather more stake or choose a lighter member.',
  },
  ValidatorStaking_TooSmall: {
    why: 'The amount, or what it would leave, is below the smallest position.',
    fix: 'Use at least `minimum`, or unbond the whole position.',
  },
  ValidatorStaking_UnitInactive: {
    why: 'The Xnode One is not active.',
    fix: 'Activate or renew it first.',
  },
  ValidatorStaking_UnitNotLapsed: {
    why: 'The Xnode One is not past its grace, so the validator keeps its place.',
    fix: 'Call again once the unit has lapsed.',
  },
  ValidatorStaking_UnknownValidator: {
    why: 'No validator has this number.',
    fix: 'Take a number from the `Registered` events.',
  },
  ValidatorStaking_ZeroAddress: {
    why: 'A constructor argument is the zero address.',
    fix: 'Pass the predicted address of every counterpart.',
  },
  VestingFactory_AlreadyExists: {
    why: 'A wallet of exactly this payer, row and grant exists.',
    fix: "Change the grant's `salt`.",
  },
  VestingFactory_CliffTooLong: {
    why: 'The cliff ends after the schedule.',
    fix: 'Pass the cliff in seconds after the start, at most the duration.',
  },
  VestingFactory_DurationTooLong: {
    why: 'The duration is too long.',
    fix: 'Pass seconds, at most `longest`.',
  },
  VestingFactory_ImmediateTooMuch: {
    why: 'The immediate part leaves nothing to vest.',
    fix: 'Pass at most `most` basis points; for all of it at the start pass a duration of zero instead.',
  },
  VestingFactory_NoBeneficiary: {
    why: 'A grant names no beneficiary.',
    fix: 'Name the account that is to own the wallet.',
  },
  VestingFactory_RevocableWithoutRow: {
    why: 'Only a grant of the allocation can be revocable: any other has no row to return to.',
    fix: "Make the grant irrevocable, or by a governance proposal through the allocation's `grantVesting`.",
  },
  VestingFactory_StartOutOfBounds: {
    why: 'The start lies before OPEN can have been promised or too far ahead.',
    fix: 'Pass Unix seconds from `earliest` to `latest`; everything at once is the zero word.',
  },
  VestingFactory_StepTooShort: {
    why: 'A step is too short.',
    fix: 'Use fewer steps, or none: then the amount vests by the second.',
  },
  VestingFactory_UnevenSteps: {
    why: 'The steps do not divide the duration into whole seconds.',
    fix: 'Pass a duration that is a multiple of the steps.',
  },
  VestingFactory_UnknownRow: {
    why: 'The table has no such row.',
    fix: "Use a row of the allocation's `rows()`, counted from 0.",
  },
  VestingFactory_UnknownScheduleBits: {
    why: 'The schedule has bits set above those that mean something.',
    fix: 'Build the word with `toVestingSchedule`, or the SDK.',
  },
  VestingFactory_WrongAllocation: {
    why: 'The allocation pays another token or creates its wallets elsewhere.',
    fix: "Deploy token, allocation and factory with one another's predicted addresses.",
  },
  VestingFactory_WrongTimelock: {
    why: "The token's timelock is not the allocation's.",
    fix: 'Deploy with the allocation of the same timelock.',
  },
  VestingFactory_ZeroAddress: {
    why: 'A constructor argument is the zero address.',
    fix: 'Pass the addresses of token and allocation.',
  },
  VestingFactory_ZeroAmount: {
    why: 'A grant of zero was asked for.',
    fix: 'Grant at least one wei.',
  },
  VoteRelay_EtherRefused: {
    why: 'The receiver did not take the ETH.',
    fix: 'Name another receiver, one that takes plain ETH.',
  },
  VoteRelay_GasTooLow: {
    why: 'Too little gas is left to give an item all it may use, so its failure would prove nothing.',
    fix: 'Send with a higher gas limit, or fewer items; unused gas costs nothing.',
  },
  VoteRelay_LimitOutOfBounds: {
    why: 'A limit lies outside its bounds.',
    fix: 'Propose a value between the two bounds.',
  },
  VoteRelay_NoCredit: {
    why: 'The caller has no credit.',
    fix: 'None; refunds were paid when they were due.',
  },
  VoteRelay_NotRelayable: {
    why: 'An item calls a function that is not relayed.',
    fix: 'Send only the five calls that the interface names.',
  },
  VoteRelay_NotTimelock: {
    why: 'The caller is not the timelock.',
    fix: 'Make the call by a governance proposal.',
  },
  VoteRelay_PotTooSmall: {
    why: 'More was to be taken back than nobody has a claim to.',
    fix: 'Reclaim at most `available`.',
  },
  VotesExpiredSignature: {
    why: 'The signed delegation has expired.',
    fix: 'Sign a delegation with a later expiry.',
  },
  XnodeOne_AlreadyActivated: {
    why: 'The unit was activated before.',
    fix: 'Nothing; renew it when its term is near its end.',
  },
  XnodeOne_CapOutOfRange: {
    why: 'The cap of a series is outside its bounds.',
    fix: 'Choose a cap from 1 to `max`.',
  },
  XnodeOne_GrantAboveMax: {
    why: 'The OPEN granted to each unit is above its bound.',
    fix: 'Grant at most `max`.',
  },
  XnodeOne_InvalidSignature: {
    why: "The signature is not the owner's over this unit, the owner's present nonce and this deadline.",
    fix: 'Let the present owner sign again (`signActivation` in the SDK); each signature carries its next nonce.',
  },
  XnodeOne_NameLength: {
    why: 'The name of a series is empty or too long.',
    fix: 'Give a name of 1 to `max` bytes.',
  },
  XnodeOne_NameNotPrintable: {
    why: 'The name of a series has a byte that is not printable ASCII.',
    fix: 'Write the name with the bytes 0x20 to 0x7E only.',
  },
  XnodeOne_NotLocker: {
    why: 'Only the contract that locked a unit can unlock it.',
    fix: 'Call from `locker`; zero means that the unit is not locked.',
  },
  XnodeOne_NotRenewable: {
    why: 'Only a unit that is active or in grace can be renewed.',
    fix: 'Activate a minted unit first; a lapsed unit stays lapsed, buy a new one.',
  },
  XnodeOne_NotTimelock: {
    why: 'The caller is not the timelock.',
    fix: 'Make the call by a governance proposal.',
  },
  XnodeOne_PriceOutOfRange: {
    why: 'A price is outside its bounds.',
    fix: 'Choose a price from `min` to `max`, in USD with 18 decimals.',
  },
  XnodeOne_QuantityAboveMax: {
    why: 'More units were asked for than one call mints.',
    fix: 'Ask for at most `max` units, several times.',
  },
  XnodeOne_QuantityZero: {
    why: 'No units were asked for.',
    fix: 'Ask for at least one unit.',
  },
  XnodeOne_RenewedTooFarAhead: {
    why: 'The unit would be paid too far ahead.',
    fix: 'Wait until the present expiry is nearer.',
  },
  XnodeOne_RoyaltyAboveMax: {
    why: 'The royalty is above its bound.',
    fix: 'Choose a royalty of at most `max` basis points.',
  },
  XnodeOne_SignatureExpired: {
    why: 'The signature is past its deadline.',
    fix: 'Let the owner sign again with a later deadline.',
  },
  XnodeOne_SoldOut: {
    why: 'The series has fewer units left than were asked for.',
    fix: 'Ask for at most `cap - minted` units, or choose another series.',
  },
  XnodeOne_SpecHashMissing: {
    why: 'The series has no specification.',
    fix: 'Give the hash of the published server specification.',
  },
  XnodeOne_TenancyBeyondExpiry: {
    why: 'A tenancy cannot outlast the unit, and a unit that is not active has no tenant.',
    fix: 'Choose an end up to `expiry`; activate or renew the unit first when that is past or zero.',
  },
  XnodeOne_TenancyOver: {
    why: 'The tenancy would be over before it begins.',
    fix: 'Choose an end after `time`; to end a tenancy instead, name no tenant.',
  },
  XnodeOne_TermOutOfRange: {
    why: 'The term of a series is outside its bounds.',
    fix: 'Choose a term from `min` to `max` days.',
  },
  XnodeOne_UnitLocked: {
    why: 'The unit is locked and cannot change hands.',
    fix: 'Leave what locked it; for a validator, exit and wait until the exit is final.',
  },
  XnodeOne_UnknownSeries: {
    why: 'No series has this number.',
    fix: "Use the number of a series that exists, from 1 on; the SDK's `listSeries` lists them.",
  },
  XnodeOne_WindowInvalid: {
    why: 'The sale window ends before it begins.',
    fix: 'Choose an end after the start.',
  },
  XnodeRegistry_AttesterNotContract: {
    why: 'What should attest has no code.',
    fix: 'Pass the address of a contract with `rootOf(uint256)`, or zero for none.',
  },
  XnodeRegistry_HostNotCurrent: {
    why: 'The unit has no host that can report: no key, or one set for an account that holds the unit no more.',
    fix: 'Let the owner or the tenant of now set a host key.',
  },
  XnodeRegistry_InvalidEndpoint: {
    why: 'An endpoint is too long, or has other bytes than printable ASCII.',
    fix: 'Give an endpoint of at most 128 bytes, each from 0x20 to 0x7E.',
  },
  XnodeRegistry_InvalidProof: {
    why: 'The finding is not in the tree of the round.',
    fix: 'Build the tree from all findings of the round, and take the proof of this one.',
  },
  XnodeRegistry_InvalidSignature: {
    why: "The signature is not the host key's over this report.",
    fix: "Let the unit's host key sign the report (`signReport` in the SDK), and submit it as it was signed.",
  },
  XnodeRegistry_NoAttester: {
    why: 'Nobody attests, so nothing can be proven.',
    fix: 'Let the timelock set an attester.',
  },
  XnodeRegistry_NotHolder: {
    why: 'Only the owner of the unit, an account approved for it or its present tenant can do this.',
    fix: 'Call from `owner` or `tenant`; a tenancy that is over has to be given again by the owner.',
  },
  XnodeRegistry_NotTimelock: {
    why: 'Only the timelock can do this.',
    fix: 'Propose the change and let the timelock execute it.',
  },
  XnodeRegistry_ReportBeforeHost: {
    why: 'The report was signed before the host was set: its key may have served a former owner or tenant then.',
    fix: 'Let the host sign a report with the time of now.',
  },
  XnodeRegistry_ReportExpired: {
    why: 'The report is past its deadline.',
    fix: 'Let the host sign a new report.',
  },
  XnodeRegistry_ReportInFuture: {
    why: 'The report is of the future: it would shut out every honest report until then.',
    fix: 'Take the time of the latest block, and set the clock of the host.',
  },
  XnodeRegistry_ReportNotNewer: {
    why: 'The report is not newer than the last one.',
    fix: 'Nothing when a newer report is in; else let the host sign a report with the time of now.',
  },
  XnodeRegistry_RoundNotCertified: {
    why: 'The attester has no root of this round.',
    fix: 'Prove after the round is certified; one that nobody certified in time never is.',
  },
  XnodeRegistry_RoundNotLater: {
    why: 'The round is not later than the last one proven of the unit.',
    fix: 'Nothing when a later one is in; else prove a later round.',
  },
  XnodeRegistry_TimelockMismatch: {
    why: 'The timelock given does not govern the units.',
    fix: 'Deploy with the timelock of the Xnode One contract.',
  },
  XnodeRegistry_UnitNotActive: {
    why: 'The term of the unit does not run.',
    fix: 'Activate the unit, or renew it within its grace.',
  },
  XnodeRegistry_UnknownGeneration: {
    why: 'The report is of a deployment that nobody has asked for yet.',
    fix: 'Report a generation of at most `deployed`.',
  },
  XnodeRenderer_OtherUnits: {
    why: 'The registry knows another contract of units.',
    fix: 'Deploy with the registry of the same units.',
  },
  XnodeRevenue_AmountOutOfRange: {
    why: 'A payment is zero or above its bound.',
    fix: "Pay from 1 to `max` of the asset's smallest unit.",
  },
  XnodeRevenue_AssetCount: {
    why: 'The number of assets is outside its bounds.',
    fix: 'Give one to `max` assets.',
  },
  XnodeRevenue_AssetInvalid: {
    why: 'An asset was given twice, or cannot be one.',
    fix: 'Give each asset once, the zero address for ETH.',
  },
  XnodeRevenue_Behind: {
    why: 'Too many midnights have passed since the last payment to the series.',
    fix: 'Bring the series up to date first (`advanceRevenue` in the SDK), in steps when it needs too much gas.',
  },
  XnodeRevenue_EtherRefused: {
    why: 'The recipient refused the ETH.',
    fix: 'Claim to an account that takes ETH.',
  },
  XnodeRevenue_NoActiveUnits: {
    why: 'No unit of the series is active: nobody could be owed the payment.',
    fix: 'Pay when a unit of the series is active, or pay for another series.',
  },
  XnodeRevenue_NotActive: {
    why: 'The unit is not active: nobody could be owed the payment.',
    fix: 'Let its owner activate it, or renew it within its grace; or pay for another unit.',
  },
  XnodeRevenue_NotOwner: {
    why: 'Only the owner of a unit can claim for it.',
    fix: "Leave the unit out; what it earned for an owner before is that owner's credit already.",
  },
  XnodeRevenue_NotReceived: {
    why: 'Another amount arrived than was paid.',
    fix: 'None for a user: the token takes a fee or does not move what it says.',
  },
  XnodeRevenue_NotXnodeOne: {
    why: 'The caller is not Xnode One.',
    fix: 'None; only the contract of the units reports what happens to them.',
  },
  XnodeRevenue_NothingToClaim: {
    why: 'There is nothing to claim in this asset.',
    fix: "Name the units whose revenue is not credited yet; the SDK's `claimableRevenue` tells what is due.",
  },
  XnodeRevenue_OpenMissing: {
    why: 'OPEN is not among the assets, but units earn OPEN.',
    fix: 'Add OPEN to the assets.',
  },
  XnodeRevenue_RecipientInvalid: {
    why: 'What is claimed would be paid to nobody.',
    fix: 'Name an account that can use it.',
  },
  XnodeRevenue_TooManyUnits: {
    why: 'Too many units were to be claimed for at once.',
    fix: 'Claim for at most `max` units in one call.',
  },
  XnodeRevenue_UnknownAsset: {
    why: 'This asset is neither taken nor paid here.',
    fix: "Use an asset that the SDK's `claimableRevenue` lists; to the contract, ETH is the zero address.",
  },
  XnodeRevenue_WrongEther: {
    why: 'Another amount of ETH was sent than the payment needs.',
    fix: 'Send exactly the amount for a payment in ETH, none for any other asset.',
  },
  XnodeSale_AboveMaxPayment: {
    why: 'The price is above what the payer agreed to.',
    fix: 'Ask for the price again and send a higher `maxPayment`.',
  },
  XnodeSale_AssetNotAccepted: {
    why: 'This asset is not accepted.',
    fix: 'Pay in ETH or USDC, unless a vote has dropped one of them; a vote can accept others.',
  },
  XnodeSale_EtherRefused: {
    why: 'The receiver refused ETH.',
    fix: 'Choose another receiver.',
  },
  XnodeSale_NoCredit: {
    why: 'The caller has no credit.',
    fix: 'Nothing; only surplus that could not be refunded becomes credit.',
  },
  XnodeSale_RoleMissing: {
    why: 'The sale does not hold a role on the Xnode One contract that it needs.',
    fix: 'Deploy at the address that the Xnode One contract was given as its minter.',
  },
  XnodeSale_ShortPayment: {
    why: 'The token moved less than the price.',
    fix: 'Pay in another asset; this one takes a fee or misreports.',
  },
  XnodeSale_TimelockMismatch: {
    why: 'Another contract answers to another timelock.',
    fix: 'Deploy with counterparts of the same timelock.',
  },
  XnodeSale_Underpaid: {
    why: 'The ETH sent is less than the price.',
    fix: 'Send at least `required` wei; the surplus comes back.',
  },
  XnodeSale_UnexpectedEther: {
    why: 'ETH was sent with a payment in another asset.',
    fix: 'Send no ETH.',
  },
  XnodeSale_WalletLimit: {
    why: 'The receiver would be sold more units of the series than one wallet can be.',
    fix: 'Ask for at most `limit - bought` units.',
  },
  XnodeSale_WindowClosed: {
    why: 'The sale of the series is not open.',
    fix: 'Buy between `saleStart` and `saleEnd`, or choose another series.',
  },
  XnodeVouchers_BudgetEnded: {
    why: "The signer's budget for the series has ended.",
    fix: 'Wait until a vote has set a new budget.',
  },
  XnodeVouchers_BudgetExceeded: {
    why: "The signer's budget for the series has fewer units left than the voucher is for; with none left it is used up, given up, or was never set.",
    fix: 'Ask the signer for a voucher of at most `left` units, or wait until a vote has set it a higher budget.',
  },
  XnodeVouchers_CodeRevoked: {
    why: 'The signer or a vote has revoked the code.',
    fix: 'Ask the signer for a voucher with a new code.',
  },
  XnodeVouchers_CodeUsed: {
    why: 'The code was redeemed before.',
    fix: 'Nothing when the units have arrived; else ask the signer for a voucher with a new code.',
  },
  XnodeVouchers_Expired: {
    why: 'The voucher is past its deadline.',
    fix: 'Ask the signer for a voucher with a later deadline; its code may stay the same.',
  },
  XnodeVouchers_InvalidSignature: {
    why: "The signature is not the signer's over this voucher.",
    fix: 'Redeem the voucher exactly as it was signed, on the chain and contract it was signed for.',
  },
  XnodeVouchers_NotSigner: {
    why: 'Only the signer of a code or the timelock can revoke it.',
    fix: 'Call from the signer, or propose the revocation.',
  },
  XnodeVouchers_RoleMissing: {
    why: 'This contract does not hold a role on the Xnode One contract that it needs.',
    fix: 'Deploy at an address that the Xnode One contract was given as a minter.',
  },
  XnodeVouchers_SignerZero: {
    why: 'Nobody can sign for the zero address.',
    fix: 'Give the address of the signer.',
  },
  XnodeVouchers_TermTooLong: {
    why: 'A budget ends within one year from its setting.',
    fix: 'Choose an end up to `max`; set the budget anew when it ends.',
  },
  XnodeVouchers_TimelockMismatch: {
    why: 'The timelock given does not govern the Xnode One contract.',
    fix: "Deploy with the timelock that holds the Xnode One contract's admin role.",
  },
  XnodeVouchers_TooMany: {
    why: 'Too many vouchers at once.',
    fix: 'Redeem at most `max` in one call.',
  },
  ZeroAddressInvalid: {
    why: 'The zero address was passed.',
    fix: 'Pass the address of the contract or account meant.',
  },
  ZeroAddressNotAllowed: {
    why: 'The zero address was passed.',
    fix: 'Pass the address of the contract or account meant.',
  },
}

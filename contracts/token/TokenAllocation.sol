// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {EXCLUDED} from "../common/Excluded.sol";
import {OutflowWindow} from "../common/OutflowWindow.sol";
import {IOpenToken} from "./interfaces/IOpenToken.sol";
import {ITokenAllocation} from "./interfaces/ITokenAllocation.sol";
import {IVestingFactory} from "./interfaces/IVestingFactory.sol";
import {RowId} from "./types/RowId.sol";

/// @title Genesis supply, one budget per row of the public table
contract TokenAllocation is ITokenAllocation {
    using OutflowWindow for OutflowWindow.State;
    using SafeERC20 for IOpenToken;

    /// @inheritdoc ITokenAllocation
    uint256 public constant OUTFLOW_LIMIT = 5e25;

    uint256 private constant ROWS = 25;
    uint256 private constant GENESIS_SUPPLY = 1e27;

    /// @inheritdoc ITokenAllocation
    IOpenToken public immutable token;

    /// @inheritdoc ITokenAllocation
    address public immutable timelock;

    /// @inheritdoc ITokenAllocation
    address public immutable genesisAdmin;

    /// @inheritdoc ITokenAllocation
    IVestingFactory public immutable vestingFactory;

    /// @inheritdoc ITokenAllocation
    bool public genesisClosed;

    RowState[ROWS] private _rows;

    /// @inheritdoc ITokenAllocation
    mapping(RowId row => mapping(address recipient => uint256 amount)) public outstanding;

    // What left after genesis.
    OutflowWindow.State private _outflow;

    modifier onlyTimelock() {
        require(msg.sender == timelock, TokenAllocation_NotTimelock(msg.sender));
        _;
    }

    modifier onlyGenesis() {
        require(msg.sender == genesisAdmin, TokenAllocation_NotGenesisAdmin(msg.sender));
        require(!genesisClosed, TokenAllocation_GenesisClosed());
        _;
    }

    /// @param token_ OPEN, whose whole supply this contract holds already.
    /// @param timelock_ Pays after genesis; must be the token's timelock.
    /// @param genesisAdmin_ Pays before genesis closes.
    /// @param vestingFactory_ Makes the vesting wallets; it is deployed later and asserts that it is the one named here.
    /// @param table The 25 rows, whose caps sum to the supply.
    constructor(
        IOpenToken token_,
        address timelock_,
        address genesisAdmin_,
        IVestingFactory vestingFactory_,
        Row[ROWS] memory table
    ) {
        require(
            address(token_) != address(0) &&
                timelock_ != address(0) &&
                genesisAdmin_ != address(0) &&
                address(vestingFactory_) != address(0),
            TokenAllocation_ZeroAddress()
        );
        address tokenTimelock = token_.timelock();
        require(tokenTimelock == timelock_, TokenAllocation_WrongTimelock(timelock_, tokenTimelock));
        uint256 balance = token_.balanceOf(address(this));
        require(balance == GENESIS_SUPPLY, TokenAllocation_NotFunded(balance, GENESIS_SUPPLY));

        token = token_;
        timelock = timelock_;
        genesisAdmin = genesisAdmin_;
        vestingFactory = vestingFactory_;

        uint256 sum;
        for (uint256 i; i < ROWS; ++i) {
            Row memory row = table[i];
            sum += row.cap;
            _rows[i] = RowState({key: row.key, cap: row.cap, spent: 0});
            emit RowCreated(RowId.wrap(uint8(i)), row.key, row.cap);
        }
        require(sum == GENESIS_SUPPLY, TokenAllocation_CapsMismatch(sum, GENESIS_SUPPLY));

        token_.delegate(EXCLUDED);
    }

    /// @inheritdoc ITokenAllocation
    function genesisGrant(RowId row, address to, uint256 amount) external onlyGenesis {
        _spend(row, to, amount);
        emit GenesisGranted(row, to, amount);
        token.safeTransfer(to, amount);
    }

    /// @inheritdoc ITokenAllocation
    function genesisFund(RowId row, address recipient, uint256 amount) external onlyGenesis {
        _fund(row, recipient, amount);
    }

    /// @inheritdoc ITokenAllocation
    function genesisGrantVesting(
        RowId row,
        IVestingFactory.Grant calldata vesting
    ) external onlyGenesis returns (address wallet) {
        return _grantVesting(row, vesting);
    }

    /// @inheritdoc ITokenAllocation
    function genesisGrantVestingMany(
        RowId row,
        IVestingFactory.Grant[] calldata vestings
    ) external onlyGenesis returns (address[] memory wallets) {
        return _grantVestingMany(row, vestings);
    }

    /// @inheritdoc ITokenAllocation
    function closeGenesis() external {
        require(msg.sender == genesisAdmin || msg.sender == timelock, TokenAllocation_NotGenesisAdmin(msg.sender));
        require(!genesisClosed, TokenAllocation_GenesisClosed());
        genesisClosed = true;
        emit GenesisClosed(msg.sender);
    }

    /// @inheritdoc ITokenAllocation
    function grant(RowId row, address to, uint256 amount) external onlyTimelock {
        _spend(row, to, amount);
        emit Granted(row, to, amount);
        token.safeTransfer(to, amount);
    }

    /// @inheritdoc ITokenAllocation
    function fund(RowId row, address recipient, uint256 amount) external onlyTimelock {
        _fund(row, recipient, amount);
    }

    /// @inheritdoc ITokenAllocation
    function grantVesting(
        RowId row,
        IVestingFactory.Grant calldata vesting
    ) external onlyTimelock returns (address wallet) {
        return _grantVesting(row, vesting);
    }

    /// @inheritdoc ITokenAllocation
    function grantVestingMany(
        RowId row,
        IVestingFactory.Grant[] calldata vestings
    ) external onlyTimelock returns (address[] memory wallets) {
        return _grantVestingMany(row, vestings);
    }

    /// @inheritdoc ITokenAllocation
    function giveBack(RowId row, uint256 amount) external {
        require(amount != 0, TokenAllocation_ZeroAmount());
        RowState storage state = _row(row);
        uint256 most = outstanding[row][msg.sender];
        require(amount <= most, TokenAllocation_NotOutstanding(row, most, amount));
        outstanding[row][msg.sender] = most - amount;
        // Fits: what is outstanding was spent before, from a uint128.
        state.spent -= uint128(amount);
        emit GivenBack(row, msg.sender, amount);
        token.safeTransferFrom(msg.sender, address(this), amount);
    }

    /// @inheritdoc ITokenAllocation
    function reallocate(RowId from, RowId to, uint256 amount) external onlyTimelock {
        require(amount != 0, TokenAllocation_ZeroAmount());
        require(RowId.unwrap(from) != RowId.unwrap(to), TokenAllocation_SameRow(from));
        RowState storage source = _row(from);
        RowState storage target = _row(to);
        uint256 left = source.cap - source.spent;
        require(amount <= left, TokenAllocation_RowExceeded(from, left, amount));
        // Fits: amount <= cap, and the caps sum to the supply before and after.
        source.cap -= uint128(amount);
        target.cap += uint128(amount);
        emit Reallocated(from, to, amount, source.cap, target.cap);
    }

    /// @inheritdoc ITokenAllocation
    function spent(RowId row) external view returns (uint256) {
        return _row(row).spent;
    }

    /// @inheritdoc ITokenAllocation
    function remaining(RowId row) external view returns (uint256) {
        RowState storage state = _row(row);
        return state.cap - state.spent;
    }

    /// @inheritdoc ITokenAllocation
    function rows() external view returns (RowState[ROWS] memory) {
        return _rows;
    }

    /// @inheritdoc ITokenAllocation
    function availableOutflow() public view returns (uint256) {
        return OUTFLOW_LIMIT - _outflow.sum(block.timestamp);
    }

    function _fund(RowId row, address recipient, uint256 amount) private {
        require(recipient.code.length != 0, TokenAllocation_NotAContract(recipient));
        _spend(row, recipient, amount);
        outstanding[row][recipient] += amount;
        emit Funded(row, recipient, amount);
        token.safeTransfer(recipient, amount);
    }

    function _grantVesting(RowId row, IVestingFactory.Grant calldata vesting) private returns (address wallet) {
        _spend(row, vesting.beneficiary, vesting.amount);
        // Exactly what the factory pulls: no allowance outlives the call.
        token.forceApprove(address(vestingFactory), vesting.amount);
        wallet = vestingFactory.create(row, vesting);
        _recordVesting(row, wallet, vesting);
    }

    function _grantVestingMany(
        RowId row,
        IVestingFactory.Grant[] calldata vestings
    ) private returns (address[] memory wallets) {
        uint256 total;
        for (uint256 i; i < vestings.length; ++i) {
            _spend(row, vestings[i].beneficiary, vestings[i].amount);
            total += vestings[i].amount;
        }
        token.forceApprove(address(vestingFactory), total);
        wallets = vestingFactory.createMany(row, vestings);
        for (uint256 i; i < vestings.length; ++i) _recordVesting(row, wallets[i], vestings[i]);
    }

    /// @dev After the call that makes the wallet: factory, wallet and token are ours and call nobody back.
    function _recordVesting(RowId row, address wallet, IVestingFactory.Grant calldata vesting) private {
        outstanding[row][wallet] = vesting.amount;
        emit VestingGranted(row, wallet, vesting.beneficiary, vesting.amount);
    }

    function _spend(RowId row, address to, uint256 amount) private {
        require(amount != 0, TokenAllocation_ZeroAmount());
        require(to != address(this), TokenAllocation_ToItself());
        RowState storage state = _row(row);
        uint256 left = state.cap - state.spent;
        require(amount <= left, TokenAllocation_RowExceeded(row, left, amount));
        if (genesisClosed) {
            uint256 available = availableOutflow();
            require(amount <= available, TokenAllocation_OutflowExceeded(available, amount));
            _outflow.add(amount, block.timestamp);
        }
        // Fits: amount <= cap, a uint128.
        state.spent += uint128(amount);
    }

    function _row(RowId row) private view returns (RowState storage) {
        require(RowId.unwrap(row) < ROWS, TokenAllocation_UnknownRow(row));
        return _rows[RowId.unwrap(row)];
    }
}

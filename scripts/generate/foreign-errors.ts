/** A custom error that a call to our contracts can end in, though a library declared it. */
export interface ForeignError {
  /** Name and arguments, as declared. */
  signature: string
  /** What happened, in one sentence. */
  why: string
  /** What the caller should do. */
  fix: string
}

/** Errors that every Solidity contract can throw. */
const SOLIDITY: readonly ForeignError[] = [
  {
    signature: 'Error(string message)',
    why: 'A contract refused with a text instead of a typed error.',
    fix: 'Read the text: it comes from a contract outside this protocol.',
  },
  {
    signature: 'Panic(uint256 code)',
    why: 'A contract hit an arithmetic, array or assertion fault.',
    fix: 'Check the amounts and ids you pass; report it if they are right, because this should not happen.',
  },
]

const OPENZEPPELIN: readonly ForeignError[] = [
  {
    signature: 'AccessControlBadConfirmation()',
    why: 'A role can be renounced only by its holder.',
    fix: 'Pass your own address as the account to renounce for.',
  },
  {
    signature:
      'AccessControlUnauthorizedAccount(address account, bytes32 neededRole)',
    why: 'The caller lacks the role this function asks for.',
    fix: 'Call from a holder of the role, or propose the call to governance.',
  },
  {
    signature: 'AddressEmptyCode(address target)',
    why: 'The target of a call has no code.',
    fix: 'Check the address and the chain: nothing is deployed there.',
  },
  {
    signature: 'CheckpointUnorderedInsertion()',
    why: 'A checkpoint would lie before the last one.',
    fix: 'Wait for the next block and try again; report it if it persists.',
  },
  {
    signature: 'CloneArgumentsTooLong()',
    why: 'The terms of a minimal proxy do not fit into its code.',
    fix: 'Report it: terms of ours have a fixed length, so this should not happen.',
  },
  {
    signature: 'Create2EmptyBytecode()',
    why: 'A deployment was asked for without code.',
    fix: 'Build the contracts, then deploy again.',
  },
  {
    signature: 'ECDSAInvalidSignature()',
    why: 'No signer can be recovered from the signature.',
    fix: 'Sign the typed data again and pass the signature unchanged.',
  },
  {
    signature: 'ECDSAInvalidSignatureLength(uint256 length)',
    why: 'A plain signature has 65 bytes; this one has another length.',
    fix: 'Pass r, s and v joined, 65 bytes.',
  },
  {
    signature: 'ECDSAInvalidSignatureS(bytes32 s)',
    why: 'The signature is the malleable twin of a valid one.',
    fix: 'Sign with a wallet that gives the lower s.',
  },
  {
    signature: 'ERC20ExceededSafeSupply(uint256 increasedSupply, uint256 cap)',
    why: 'The supply would exceed what voting checkpoints can hold.',
    fix: 'Mint less.',
  },
  {
    signature:
      'ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)',
    why: 'The spender may take less than this call needs.',
    fix: 'Approve the spender for the needed amount, or sign a permit, then try again.',
  },
  {
    signature:
      'ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)',
    why: 'The sender holds less than this call moves.',
    fix: 'Lower the amount, or fund the sender first; staked and vesting tokens are not part of the balance.',
  },
  {
    signature: 'ERC20InvalidApprover(address approver)',
    why: 'The zero address cannot approve.',
    fix: 'Approve from an account of yours.',
  },
  {
    signature: 'ERC20InvalidReceiver(address receiver)',
    why: 'Tokens cannot be sent to this address.',
    fix: 'Pass the address of a recipient; to destroy tokens, burn them.',
  },
  {
    signature: 'ERC20InvalidSender(address sender)',
    why: 'Tokens cannot be sent from the zero address.',
    fix: 'Pass the address of a holder.',
  },
  {
    signature: 'ERC20InvalidSpender(address spender)',
    why: 'The zero address cannot be approved.',
    fix: 'Pass the address of the contract that shall spend.',
  },
  {
    signature: 'ERC2612ExpiredSignature(uint256 deadline)',
    why: 'The deadline of the permit has passed.',
    fix: 'Sign a permit with a later deadline.',
  },
  {
    signature: 'ERC2612InvalidSigner(address signer, address owner)',
    why: 'The permit was not signed by the owner, or for another chain, token or nonce.',
    fix: 'Let the owner sign for this token and chain with its current nonce.',
  },
  {
    signature:
      'ERC2981InvalidDefaultRoyalty(uint256 numerator, uint256 denominator)',
    why: 'The royalty exceeds the sale price.',
    fix: 'Set a smaller royalty.',
  },
  {
    signature: 'ERC2981InvalidDefaultRoyaltyReceiver(address receiver)',
    why: 'A royalty cannot go to the zero address.',
    fix: 'Pass the address of a receiver.',
  },
  {
    signature:
      'ERC2981InvalidTokenRoyalty(uint256 tokenId, uint256 numerator, uint256 denominator)',
    why: 'The royalty exceeds the sale price.',
    fix: 'Set a smaller royalty.',
  },
  {
    signature:
      'ERC2981InvalidTokenRoyaltyReceiver(uint256 tokenId, address receiver)',
    why: 'A royalty cannot go to the zero address.',
    fix: 'Pass the address of a receiver.',
  },
  {
    signature: 'ERC5805FutureLookup(uint256 timepoint, uint48 clock)',
    why: 'Votes are known only for moments that have passed.',
    fix: 'Ask for a timestamp before the latest block, or wait.',
  },
  {
    signature: 'ERC6372InconsistentClock()',
    why: 'The token tells time by another clock than its votes.',
    fix: 'Report it: this contract is not usable.',
  },
  {
    signature: 'ERC721EnumerableForbiddenBatchMint()',
    why: 'Units that can be listed are minted one by one.',
    fix: 'Report it: no function of this protocol should end here.',
  },
  {
    signature:
      'ERC721IncorrectOwner(address sender, uint256 tokenId, address owner)',
    why: 'The unit belongs to somebody else.',
    fix: 'Look up its owner and pass that address.',
  },
  {
    signature: 'ERC721InsufficientApproval(address operator, uint256 tokenId)',
    why: 'The caller neither owns the unit nor is approved for it.',
    fix: 'Call from the owner, or let the owner approve the caller.',
  },
  {
    signature: 'ERC721InvalidApprover(address approver)',
    why: 'Only the owner or its operator may approve for a unit.',
    fix: 'Call from the owner.',
  },
  {
    signature: 'ERC721InvalidOperator(address operator)',
    why: 'This address cannot be an operator.',
    fix: 'Pass the address of the contract that shall move the units.',
  },
  {
    signature: 'ERC721InvalidOwner(address owner)',
    why: 'The zero address owns nothing.',
    fix: 'Pass the address of an owner.',
  },
  {
    signature: 'ERC721InvalidReceiver(address receiver)',
    why: 'The receiver does not accept units: it is zero, or a contract without onERC721Received.',
    fix: 'Send to a wallet, or to a contract that implements IERC721Receiver.',
  },
  {
    signature: 'ERC721InvalidSender(address sender)',
    why: 'The unit exists already, or comes from nowhere.',
    fix: 'Check the unit id.',
  },
  {
    signature: 'ERC721NonexistentToken(uint256 tokenId)',
    why: 'There is no unit with this id.',
    fix: 'Check the id: it was never minted, or was burned.',
  },
  {
    signature: 'ERC721OutOfBoundsIndex(address owner, uint256 index)',
    why: 'The list of units is shorter than the index.',
    fix: 'Pass an index below the balance or the total supply.',
  },
  {
    signature: 'EnforcedPause()',
    why: 'The contract is paused.',
    fix: 'Wait: every pause has an end, written on chain.',
  },
  {
    signature: 'EnumerableMapNonexistentKey(bytes32 key)',
    why: 'The key is not in the list.',
    fix: 'Check the id you pass.',
  },
  {
    signature: 'ExpectedPause()',
    why: 'The contract is not paused.',
    fix: 'Nothing to resume.',
  },
  {
    signature: 'FailedCall()',
    why: 'A call to another contract reverted without a reason.',
    fix: 'Simulate that call alone to see why it fails.',
  },
  {
    signature: 'FailedDeployment()',
    why: 'A contract could not be deployed.',
    fix: 'Check that the salt is unused and the constructor accepts its arguments.',
  },
  {
    signature: 'GovernorAlreadyCastVote(address voter)',
    why: 'The voter has no weight left: it cast all, or had none at the snapshot.',
    fix: 'Use changeVote to replace a ballot; who had no votes at the snapshot has none to cast.',
  },
  {
    signature: 'GovernorAlreadyQueuedProposal(uint256 proposalId)',
    why: 'The proposal is in the timelock already.',
    fix: 'Wait for its delay, then execute it.',
  },
  {
    signature: 'GovernorDisabledDeposit()',
    why: 'The governor takes no ETH: the treasury is the timelock.',
    fix: 'Send to the timelock.',
  },
  {
    signature:
      'GovernorExceedRemainingWeight(address voter, uint256 usedVotes, uint256 remainingWeight)',
    why: 'The parts of the vote add up to more than the voter has left.',
    fix: 'Split at most the remaining weight.',
  },
  {
    signature:
      'GovernorInsufficientProposerVotes(address proposer, uint256 votes, uint256 threshold)',
    why: 'The proposer has fewer votes than a proposal needs.',
    fix: 'Delegate votes to the proposer, then wait one second.',
  },
  {
    signature:
      'GovernorInvalidProposalLength(uint256 targets, uint256 calldatas, uint256 values)',
    why: 'A proposal needs at least one action, and as many targets as values and calldatas.',
    fix: 'Pass three lists of the same length.',
  },
  {
    signature:
      'GovernorInvalidQuorumFraction(uint256 quorumNumerator, uint256 quorumDenominator)',
    why: 'The quorum would exceed the whole supply.',
    fix: 'Propose a smaller fraction.',
  },
  {
    signature: 'GovernorInvalidSignature(address voter)',
    why: 'The signature is not that of the account, or it is for something else, or was used before.',
    fix: 'Let the account sign exactly this again, with its present nonce.',
  },
  {
    signature: 'GovernorInvalidVoteParams()',
    why: 'The split of the vote is not three packed 128-bit numbers.',
    fix: 'Pass against, for and abstain, packed, with support 255; otherwise pass none.',
  },
  {
    signature: 'GovernorInvalidVoteType()',
    why: 'There is no such choice.',
    fix: 'Vote 0 against, 1 for, 2 abstain, or 255 with a split.',
  },
  {
    signature: 'GovernorInvalidVotingPeriod(uint256 votingPeriod)',
    why: 'A vote cannot last no time.',
    fix: 'Propose a period within the bounds.',
  },
  {
    signature: 'GovernorNonexistentProposal(uint256 proposalId)',
    why: 'There is no such proposal.',
    fix: 'Check the id: it is the hash of actions and description, which must match to the letter.',
  },
  {
    signature: 'GovernorOnlyExecutor(address account)',
    why: 'Only a passed proposal may call this.',
    fix: 'Put the call into a proposal.',
  },
  {
    signature: 'GovernorProposalQueueingFailed(uint256 proposalId)',
    why: 'The timelock would not queue the proposal.',
    fix: 'Check that the same actions are not queued already.',
  },
  {
    signature: 'GovernorProposalQueueingNotRequired(uint256 proposalId)',
    why: 'This proposal needs no queue.',
    fix: 'Execute it.',
  },
  {
    signature: 'GovernorRestrictedProposer(address proposer)',
    why: 'The description names another proposer.',
    fix: 'Propose from the address at the end of the description, or remove it.',
  },
  {
    signature: 'GovernorUnableToCancel(uint256 proposalId, address account)',
    why: 'The proposal is over, or this account may not cancel it now.',
    fix: 'Ask its proposer until it is defeated, executed or expired; others may cancel only before the vote ends, once the proposer was below the threshold for an hour.',
  },
  {
    signature:
      'GovernorUnexpectedProposalState(uint256 proposalId, ProposalState current, bytes32 expectedStates)',
    why: 'The proposal is in another state than this step needs.',
    fix: 'Read its state: vote while active, queue when succeeded, execute when queued and the delay is over; what was proposed before needs another description.',
  },
  {
    signature: 'InsufficientBalance(uint256 balance, uint256 needed)',
    why: 'The contract holds less ETH than the call sends.',
    fix: 'Fund the contract, or send less.',
  },
  {
    signature: 'InvalidAccountNonce(address account, uint256 currentNonce)',
    why: 'The signature carries a nonce that is used or not yet due.',
    fix: 'Sign again with the current nonce.',
  },
  {
    signature: 'InvalidShortString()',
    why: 'A stored short text is malformed.',
    fix: 'Report it: this should not happen.',
  },
  {
    signature: 'MerkleProofInvalidMultiproof()',
    why: 'The proof does not fit the leaves.',
    fix: 'Build the proof again from the published tree.',
  },
  {
    signature: 'OwnableInvalidOwner(address owner)',
    why: 'This address cannot be an owner.',
    fix: 'Pass another address.',
  },
  {
    signature: 'OwnableUnauthorizedAccount(address account)',
    why: 'Only the owner may call this.',
    fix: 'Call from the owner, which is the timelock: propose the call to governance.',
  },
  {
    signature: 'ReentrancyGuardReentrantCall()',
    why: 'The function was entered again before it had finished.',
    fix: 'Do not call back from a token or ETH receiver; call again afterwards.',
  },
  {
    signature: 'SafeCastOverflowedIntDowncast(uint8 bits, int256 value)',
    why: 'The value does not fit its type.',
    fix: 'Pass a smaller value.',
  },
  {
    signature: 'SafeCastOverflowedIntToUint(int256 value)',
    why: 'A negative value appeared where none may.',
    fix: 'Pass a positive value; if it is a price, its feed is broken.',
  },
  {
    signature: 'SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)',
    why: 'The value does not fit its type.',
    fix: 'Pass a smaller value.',
  },
  {
    signature: 'SafeCastOverflowedUintToInt(uint256 value)',
    why: 'The value does not fit its type.',
    fix: 'Pass a smaller value.',
  },
  {
    signature:
      'SafeERC20FailedDecreaseAllowance(address spender, uint256 currentAllowance, uint256 requestedDecrease)',
    why: 'The allowance is smaller than what shall be taken off.',
    fix: 'Lower it by at most what it is.',
  },
  {
    signature: 'SafeERC20FailedOperation(address token)',
    why: 'The token refused the transfer.',
    fix: 'Check balance and allowance of the payer, and that the token does not block either side.',
  },
  {
    signature: 'StringTooLong(string str)',
    why: 'The text is too long for its place.',
    fix: 'Pass at most 31 bytes.',
  },
  {
    signature: 'StringsInsufficientHexLength(uint256 value, uint256 length)',
    why: 'The number has more digits than were asked for.',
    fix: 'Report it: this should not happen.',
  },
  {
    signature: 'StringsInvalidAddressFormat()',
    why: 'The text is not an address.',
    fix: 'Pass 0x and 40 hexadecimal digits.',
  },
  {
    signature: 'StringsInvalidChar()',
    why: 'The text has a character that is no digit.',
    fix: 'Pass digits only.',
  },
  {
    signature: 'TimelockInsufficientDelay(uint256 delay, uint256 minDelay)',
    why: 'The delay is shorter than the timelock allows.',
    fix: 'Schedule with at least the minimum delay.',
  },
  {
    signature:
      'TimelockInvalidOperationLength(uint256 targets, uint256 payloads, uint256 values)',
    why: 'The lists of the operation differ in length.',
    fix: 'Pass three lists of the same length.',
  },
  {
    signature: 'TimelockUnauthorizedCaller(address caller)',
    why: 'Only the timelock itself may call this.',
    fix: 'Put the call into a proposal.',
  },
  {
    signature: 'TimelockUnexecutedPredecessor(bytes32 predecessorId)',
    why: 'Another operation must be executed first.',
    fix: 'Execute the predecessor.',
  },
  {
    signature:
      'TimelockUnexpectedOperationState(bytes32 operationId, bytes32 expectedStates)',
    why: 'The operation is in another state than this step needs.',
    fix: 'Wait for its delay; if it was executed or cancelled, schedule it anew.',
  },
  {
    signature: 'UnsupportedAttribute(bytes4 selector)',
    why: 'The gateway does not know this attribute.',
    fix: 'Leave it out; supportsAttribute tells which ones are known.',
  },
  {
    signature: 'VotesExpiredSignature(uint256 expiry)',
    why: 'The signed delegation has expired.',
    fix: 'Sign a delegation with a later expiry.',
  },
]

const CCIP: readonly ForeignError[] = [
  {
    signature: 'AllowListNotEnabled()',
    why: 'The pool keeps no allowlist.',
    fix: 'Nothing to change: anyone may bridge.',
  },
  {
    signature: 'BadARMSignal()',
    why: "CCIP's risk network has stopped this lane.",
    fix: 'Wait until it is lifted, then try again.',
  },
  {
    signature: 'BucketOverfilled()',
    why: 'A rate limit holds more than its capacity.',
    fix: 'Report it: this should not happen.',
  },
  {
    signature: 'CallerIsNotARampOnRouter(address caller)',
    why: "Only CCIP's ramps may call the pool.",
    fix: 'Bridge through the CCIP router.',
  },
  {
    signature: 'CannotSendZeroTokens()',
    why: 'A message carries an amount of zero.',
    fix: 'Send more than zero, or no token at all.',
  },
  {
    signature: 'CannotTransferToSelf()',
    why: 'The owner is the new owner already.',
    fix: 'Pass another address.',
  },
  {
    signature: 'ChainAlreadyExists(uint64 chainSelector)',
    why: 'The pool has this lane already.',
    fix: 'Change its limits or peers instead.',
  },
  {
    signature: 'ChainNotAllowed(uint64 remoteChainSelector)',
    why: 'The pool has no lane to this chain.',
    fix: 'Choose a chain of config/chains.ts whose lane is open.',
  },
  {
    signature: 'CursedByRMN()',
    why: "CCIP's risk network has stopped this lane.",
    fix: 'Wait until it is lifted; tokens on their way arrive afterwards.',
  },
  {
    signature: 'CursedByRMN(uint64 chainSelector)',
    why: "CCIP's risk network has stopped this lane.",
    fix: 'Wait until it is lifted; tokens on their way arrive afterwards.',
  },
  {
    signature: 'DestinationChainNotEnabled(uint64 destChainSelector)',
    why: 'CCIP does not serve this chain.',
    fix: 'Choose a chain of config/chains.ts whose lane is open.',
  },
  {
    signature: 'DisabledNonZeroRateLimit(Config config)',
    why: 'A rate limit that is off carries numbers.',
    fix: 'Set rate and capacity to zero, or switch it on.',
  },
  {
    signature: 'ExecutionError(bytes32 messageId, bytes err)',
    why: 'The message failed where it arrived; the inner error says why.',
    fix: 'Remove the cause, then execute the message manually.',
  },
  {
    signature: 'FailedToSendValue()',
    why: 'ETH could not be passed on.',
    fix: 'Send exactly the fee that getFee names.',
  },
  {
    signature: 'FeeTokenNotSupported(address token)',
    why: 'CCIP does not take its fee in this token.',
    fix: 'Pay in ETH or LINK.',
  },
  {
    signature: 'InsufficientFeeTokenAmount()',
    why: 'The fee sent is less than the lane asks for.',
    fix: 'Ask for the fee again and send at least that.',
  },
  {
    signature: 'InsufficientGasToCompleteTx(bytes4 err)',
    why: 'The transaction ran out of gas before the message was done.',
    fix: 'Execute with a higher gas limit.',
  },
  {
    signature: 'Invalid32ByteEncoding(bytes encodedAddress)',
    why: 'The receiver is not a padded address.',
    fix: 'Encode the receiver with abi.encode(address).',
  },
  {
    signature: 'InvalidDecimalArgs(uint8 expected, uint8 actual)',
    why: 'The pool was told other decimals than its token has.',
    fix: "Deploy it with the token's decimals.",
  },
  {
    signature: 'InvalidEVMAddress(bytes encodedAddress)',
    why: 'The receiver is not an address of the destination.',
    fix: 'Encode the receiver with abi.encode(address).',
  },
  {
    signature: 'InvalidExtraArgsTag()',
    why: 'CCIP does not know this version of extra arguments.',
    fix: 'Encode them as EVMExtraArgsV2.',
  },
  {
    signature: 'InvalidMsgValue()',
    why: 'ETH was sent although the fee is paid in a token.',
    fix: 'Send no ETH, or pay the fee in ETH.',
  },
  {
    signature: 'InvalidRateLimitRate(Config rateLimiterConfig)',
    why: 'A rate limit needs a rate above zero and below its capacity.',
    fix: 'Set 0 < rate < capacity.',
  },
  {
    signature: 'InvalidRecipientAddress(address to)',
    why: 'Nothing can be recovered to this address.',
    fix: 'Pass the address of a recipient.',
  },
  {
    signature: 'InvalidRemoteChainDecimals(bytes sourcePoolData)',
    why: "The other chain's pool reports decimals that cannot be read.",
    fix: 'Check the peer pool of this lane.',
  },
  {
    signature:
      'InvalidRemotePoolForChain(uint64 remoteChainSelector, bytes remotePoolAddress)',
    why: 'This pool is not a peer on that chain.',
    fix: 'Pass a pool that getRemotePools lists.',
  },
  {
    signature: 'InvalidSourcePoolAddress(bytes sourcePoolAddress)',
    why: 'The tokens come from a pool that is not a peer.',
    fix: 'Check the peers of the lane; after a rotation keep the old pool listed until its messages have arrived.',
  },
  {
    signature: 'InvalidToken(address token)',
    why: 'The pool serves another token.',
    fix: 'Bridge OPEN, or look up the pool in the TokenAdminRegistry.',
  },
  {
    signature: 'ManualExecutionGasLimitMismatch()',
    why: 'Gas limits were given for another number of messages.',
    fix: 'Pass one for each message.',
  },
  {
    signature: 'ManualExecutionNotYetEnabled(uint64 sourceChainSelector)',
    why: 'CCIP still tries to execute the message itself.',
    fix: 'Wait: manual execution opens some time after the commit, one hour as a rule.',
  },
  {
    signature: 'MessageGasLimitTooHigh()',
    why: 'The message asks for more gas than the lane gives.',
    fix: 'Lower the gas limit.',
  },
  {
    signature: 'MessageTooLarge(uint256 maxSize, uint256 actualSize)',
    why: 'The message has more bytes than the lane carries.',
    fix: 'Send less data.',
  },
  {
    signature: 'MismatchedArrayLengths()',
    why: 'The lists differ in length.',
    fix: 'Pass lists of the same length.',
  },
  {
    signature: 'MustBeProposedOwner()',
    why: 'Only the proposed owner may accept.',
    fix: 'Call from that address.',
  },
  {
    signature: 'NonExistentChain(uint64 remoteChainSelector)',
    why: 'The pool has no such lane.',
    fix: 'Choose a chain of config/chains.ts whose lane is open.',
  },
  {
    signature: 'OnlyCallableByOwner()',
    why: 'Only the owner may call this.',
    fix: 'Call from the owner, which is the timelock: propose the call to governance.',
  },
  {
    signature:
      'OverflowDetected(uint8 remoteDecimals, uint8 localDecimals, uint256 remoteAmount)',
    why: "The amount overflows in this token's decimals.",
    fix: 'Send less.',
  },
  {
    signature: 'OwnerCannotBeZero()',
    why: 'The zero address cannot own.',
    fix: 'Pass the address of an owner.',
  },
  {
    signature:
      'PoolAlreadyAdded(uint64 remoteChainSelector, bytes remotePoolAddress)',
    why: 'The pool is a peer already.',
    fix: 'Nothing to do.',
  },
  {
    signature: 'ReceiverError(bytes err)',
    why: 'The receiving contract refused the message; the inner error says why.',
    fix: 'Remove the cause, then execute the message manually with more gas if that was it.',
  },
  {
    signature:
      'ReleaseOrMintBalanceMismatch(uint256 amountReleased, uint256 balancePre, uint256 balancePost)',
    why: 'The receiver got another amount than the pool released.',
    fix: 'Report it: OPEN takes no fee on transfer.',
  },
  {
    signature: 'SenderNotAllowed(address sender)',
    why: 'The lane does not accept this sender.',
    fix: 'Send from an allowed address.',
  },
  {
    signature:
      'StaleGasPrice(uint64 destChainSelector, uint256 threshold, uint256 timePassed)',
    why: "CCIP's gas price for the destination is too old.",
    fix: 'Try again after its next update.',
  },
  {
    signature: 'TokenHandlingError(address target, bytes err)',
    why: 'The token or its pool refused on arrival; the inner error says why.',
    fix: 'Remove the cause, then execute the message manually; for lack of gas raise the token gas.',
  },
  {
    signature:
      'TokenMaxCapacityExceeded(uint256 capacity, uint256 requested, address tokenAddress)',
    why: 'The amount exceeds what the lane carries at once.',
    fix: 'Send it in parts, each at most the capacity.',
  },
  {
    signature: 'TokenNotSupported(address token)',
    why: 'CCIP has no price for this token.',
    fix: 'Use OPEN, ETH or LINK.',
  },
  {
    signature:
      'TokenRateLimitReached(uint256 minWaitInSeconds, uint256 available, address tokenAddress)',
    why: 'The lane has carried as much as it may for now.',
    fix: 'Wait minWaitInSeconds, or send at most what is available.',
  },
  {
    signature: 'Unauthorized(address caller)',
    why: 'The caller may not change this setting.',
    fix: 'Call from the owner or the rate limit admin.',
  },
  {
    signature: 'UnsupportedDestinationChain(uint64 destChainSelector)',
    why: 'The router knows no lane to this chain.',
    fix: 'Choose a chain of config/chains.ts whose lane is open.',
  },
  {
    signature:
      'UnsupportedNumberOfTokens(uint256 numberOfTokens, uint256 maxNumberOfTokensPerMsg)',
    why: 'A message carries one token at most.',
    fix: 'Send one message for each token.',
  },
  {
    signature: 'UnsupportedToken(address token)',
    why: 'No pool is registered for this token.',
    fix: 'Bridge OPEN, or register a pool in the TokenAdminRegistry.',
  },
  {
    signature: 'ZeroAddressInvalid()',
    why: 'The zero address was passed.',
    fix: 'Pass the address of the contract or account meant.',
  },
  {
    signature: 'ZeroAddressNotAllowed()',
    why: 'The zero address was passed.',
    fix: 'Pass the address of the contract or account meant.',
  },
]

/**
 * Errors declared outside this repository that our users can meet, by who
 * declared them. Kept by hand; `error-codes.ts` fails when an ABI of ours
 * carries an error that is neither ours nor here.
 */
export const foreignErrors: Readonly<Record<string, readonly ForeignError[]>> =
  { Solidity: SOLIDITY, OpenZeppelin: OPENZEPPELIN, CCIP }

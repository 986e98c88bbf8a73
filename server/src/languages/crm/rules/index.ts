import type { Rule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { aclOff } from './acl-off';
import { addressAlone } from './address-alone';
import { agentAdvice } from './agent-advice';
import { agentClass } from './agent-class';
import { agentMode } from './agent-mode';
import { blankAfterBackslash } from './blank-after-backslash';
import { blankAroundEquals } from './blank-around-equals';
import { byteOrderMark } from './byte-order-mark';
import { clearTextPassword } from './clear-text-password';
import { cloneNumbers } from './clone-numbers';
import { clusterIp } from './cluster-ip';
import { colocationAlone } from './colocation-alone';
import { colocationCircleRule } from './colocation-circle';
import { colocationConflict } from './colocation-conflict';
import { colocationReversed } from './colocation-reversed';
import { colocationRole } from './colocation-role';
import { colocationSetDirection } from './colocation-set-direction';
import { commandInLoad } from './command-in-load';
import { commentContinues } from './comment-continues';
import { commentDashes } from './comment-dashes';
import { constraintOnMember } from './constraint-on-member';
import { containerAttribute } from './container-attribute';
import { continuationMissing } from './continuation-missing';
import { corosyncNodes } from './corosync-nodes';
import { danglingContinuation } from './dangling-continuation';
import { defaultTimeout } from './default-timeout';
import { defaultsIdRef } from './defaults-id-ref';
import { deprecatedWord } from './deprecated-word';
import { dlmNeedsFencing } from './dlm-needs-fencing';
import { drbdCloneMax } from './drbd-clone-max';
import { drbdDeviceByNumber } from './drbd-device-by-number';
import { drbdDeviceUnknown } from './drbd-device-unknown';
import { drbdDiskOrder } from './drbd-disk-order';
import { drbdHosts } from './drbd-hosts';
import { drbdNotFollowed } from './drbd-not-followed';
import { drbdNotify } from './drbd-notify';
import { drbdPromotedMax } from './drbd-promoted-max';
import { drbdResourceTwice } from './drbd-resource-twice';
import { drbdResourceUnknown } from './drbd-resource-unknown';
import { duplicateAttribute } from './duplicate-attribute';
import { duplicateDefaults } from './duplicate-defaults';
import { duplicateId } from './duplicate-id';
import { durationInMilliseconds } from './duration-in-milliseconds';
import { exportfsFsid } from './exportfs-fsid';
import { fencingDelay } from './fencing-delay';
import { fencingDevice } from './fencing-device';
import { fencingHosts } from './fencing-hosts';
import { fencingOff } from './fencing-off';
import { fencingTimes } from './fencing-times';
import { fencingWanted } from './fencing-wanted';
import { filesystemClone } from './filesystem-clone';
import { filesystemMonitorDepth } from './filesystem-monitor-depth';
import { formerProperty } from './former-property';
import { gluedStatement } from './glued-statement';
import { gluedWord } from './glued-word';
import { ignoredValue } from './ignored-value';
import { interleave } from './interleave';
import { invalidValue } from './invalid-value';
import { invisibleCharacter } from './invisible-character';
import { ipAddress } from './ip-address';
import { leftOn } from './left-on';
import { leftoverConstraint } from './leftover-constraint';
import { liveMigration } from './live-migration';
import { locationConflict } from './location-conflict';
import { locationInfinite } from './location-infinite';
import { locationPattern } from './location-pattern';
import { locationRules } from './location-rules';
import { lookalikeCharacter } from './lookalike-character';
import { loweredNodeAttribute } from './lowered-node-attribute';
import { migrationThreshold } from './migration-threshold';
import { misplacedAttribute } from './misplaced-attribute';
import { missingParameter } from './missing-parameter';
import { monitorMissing } from './monitor-missing';
import { needsPromotable } from './needs-promotable';
import { negativeStickiness } from './negative-stickiness';
import { noFencing } from './no-fencing';
import { nonAscii } from './non-ascii';
import { notInTarget } from './not-in-target';
import { nowhereToRun } from './nowhere-to-run';
import { onFailIgnore } from './on-fail-ignore';
import { operationInterval } from './operation-interval';
import { orderAction } from './order-action';
import { orderAlone } from './order-alone';
import { orderCircleRule } from './order-circle';
import { orderNumber } from './order-number';
import { orderOptional } from './order-optional';
import { orderScore } from './order-score';
import { parameterPath } from './parameter-path';
import { parameterValue } from './parameter-value';
import { pastedPrompt } from './pasted-prompt';
import { pcsCommand } from './pcs-command';
import { pingClone } from './ping-clone';
import { pingValues } from './ping-values';
import { promotableMonitor } from './promotable-monitor';
import { quorumPolicy } from './quorum-policy';
import { refusedAtCommit } from './refused-at-commit';
import { ruleAttribute } from './rule-attribute';
import { selfConstraint } from './self-constraint';
import { startDelay } from './start-delay';
import { stopBlocks } from './stop-blocks';
import { timeoutBelowAdvised } from './timeout-below-advised';
import { topologyDevice } from './topology-device';
import { topologyWithoutTarget } from './topology-without-target';
import { trailingComment } from './trailing-comment';
import { typographicQuote } from './typographic-quote';
import { uniqueParameter } from './unique-parameter';
import { unknownAgent } from './unknown-agent';
import { unknownMeta } from './unknown-meta';
import { unknownNode } from './unknown-node';
import { unknownOperation } from './unknown-operation';
import { unknownParameter } from './unknown-parameter';
import { unknownProperty } from './unknown-property';
import { unknownReference } from './unknown-reference';
import { unknownSet } from './unknown-set';
import { unprintable } from './unprintable';
import { unusedTemplate } from './unused-template';
import { unusedUtilization } from './unused-utilization';
import { wideBlank } from './wide-blank';
import { wrongMember } from './wrong-member';
import { wrongMonitor } from './wrong-monitor';

/** All rules of the language; a test compares the list with the folder. */
export const crmRules: readonly Rule<CrmModel>[] = [
  aclOff,
  addressAlone,
  agentAdvice,
  agentClass,
  agentMode,
  blankAfterBackslash,
  blankAroundEquals,
  byteOrderMark,
  clearTextPassword,
  cloneNumbers,
  clusterIp,
  colocationAlone,
  colocationCircleRule,
  colocationConflict,
  colocationReversed,
  colocationRole,
  colocationSetDirection,
  commandInLoad,
  commentContinues,
  commentDashes,
  constraintOnMember,
  containerAttribute,
  continuationMissing,
  corosyncNodes,
  danglingContinuation,
  defaultTimeout,
  defaultsIdRef,
  deprecatedWord,
  dlmNeedsFencing,
  drbdCloneMax,
  drbdDeviceByNumber,
  drbdDeviceUnknown,
  drbdDiskOrder,
  drbdHosts,
  drbdNotFollowed,
  drbdNotify,
  drbdPromotedMax,
  drbdResourceTwice,
  drbdResourceUnknown,
  duplicateAttribute,
  duplicateDefaults,
  duplicateId,
  durationInMilliseconds,
  exportfsFsid,
  fencingDelay,
  fencingDevice,
  fencingHosts,
  fencingOff,
  fencingTimes,
  fencingWanted,
  filesystemClone,
  filesystemMonitorDepth,
  formerProperty,
  gluedStatement,
  gluedWord,
  ignoredValue,
  interleave,
  invalidValue,
  invisibleCharacter,
  ipAddress,
  leftOn,
  leftoverConstraint,
  liveMigration,
  locationConflict,
  locationInfinite,
  locationPattern,
  locationRules,
  lookalikeCharacter,
  loweredNodeAttribute,
  migrationThreshold,
  misplacedAttribute,
  missingParameter,
  monitorMissing,
  needsPromotable,
  negativeStickiness,
  noFencing,
  nonAscii,
  notInTarget,
  nowhereToRun,
  onFailIgnore,
  operationInterval,
  orderAction,
  orderAlone,
  orderCircleRule,
  orderNumber,
  orderOptional,
  orderScore,
  parameterPath,
  parameterValue,
  pastedPrompt,
  pcsCommand,
  pingClone,
  pingValues,
  promotableMonitor,
  quorumPolicy,
  refusedAtCommit,
  ruleAttribute,
  selfConstraint,
  startDelay,
  stopBlocks,
  timeoutBelowAdvised,
  topologyDevice,
  topologyWithoutTarget,
  trailingComment,
  typographicQuote,
  uniqueParameter,
  unknownAgent,
  unknownMeta,
  unknownNode,
  unknownOperation,
  unknownParameter,
  unknownProperty,
  unknownReference,
  unknownSet,
  unprintable,
  unusedTemplate,
  unusedUtilization,
  wideBlank,
  wrongMember,
  wrongMonitor,
];

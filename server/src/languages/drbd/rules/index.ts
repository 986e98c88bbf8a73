import type { Rule } from '../../../core/lint/rule';
import type { DrbdModel } from '../model';
import { activityLog } from './activity-log';
import { addressValues } from './address-values';
import { authentication } from './authentication';
import { autoPromoteByPacemaker } from './auto-promote-by-pacemaker';
import { backingDisk } from './backing-disk';
import { becomePrimaryOn } from './become-primary-on';
import { connectionEndpoints } from './connection-endpoints';
import { deadInCommon } from './dead-in-common';
import { deviceName } from './device-name';
import { deviceNumbers } from './device-numbers';
import { duplicateAddress } from './duplicate-address';
import { duplicateDisk } from './duplicate-disk';
import { duplicateHost } from './duplicate-host';
import { duplicateMetaDisk } from './duplicate-meta-disk';
import { duplicateMinor } from './duplicate-minor';
import { duplicateNodeId } from './duplicate-node-id';
import { duplicateOption } from './duplicate-option';
import { duplicateResource } from './duplicate-resource';
import { duplicateSection } from './duplicate-section';
import { duplicateStatement } from './duplicate-statement';
import { duplicateVolume } from './duplicate-volume';
import { fenceHandlerNotPacemaker } from './fence-handler-not-pacemaker';
import { fenceHandlers } from './fence-handlers';
import { fencingInDisk } from './fencing-in-disk';
import { fencingWithoutStonith } from './fencing-without-stonith';
import { hostLinks } from './host-links';
import { incompleteHost } from './incomplete-host';
import { invalidValue } from './invalid-value';
import { ioErrors } from './io-errors';
import { meshHosts } from './mesh-hosts';
import { misplacedSection } from './misplaced-section';
import { missingDevice } from './missing-device';
import { missingDisk } from './missing-disk';
import { missingHost } from './missing-host';
import { missingNodeId } from './missing-node-id';
import { missingProtocol } from './missing-protocol';
import { nameNeedsQuotes } from './name-needs-quotes';
import { noPrefixWithValue } from './no-prefix-with-value';
import { notManaged } from './not-managed';
import { numberRange } from './number-range';
import { oldSyncer } from './old-syncer';
import { oldWords } from './old-words';
import { optionClash } from './option-clash';
import { optionInWrongSection } from './option-in-wrong-section';
import { otherGeneration } from './other-generation';
import { primaryByPacemaker } from './primary-by-pacemaker';
import { proxyIncomplete } from './proxy-incomplete';
import { quorumNodes } from './quorum-nodes';
import { replicationBuffers } from './replication-buffers';
import { reservedWord } from './reserved-word';
import { resourceName } from './resource-name';
import { resyncAfterUnknown } from './resync-after-unknown';
import { resyncRates } from './resync-rates';
import { splitBrainRecovery } from './split-brain-recovery';
import { startupWaits } from './startup-waits';
import { stonithWithoutFencing } from './stonith-without-fencing';
import { templateValue } from './template-value';
import { timeoutOrder } from './timeout-order';
import { twoPrimaries } from './two-primaries';
import { twoPrimariesNeedsProtocolC } from './two-primaries-needs-protocol-c';
import { typographicQuote } from './typographic-quote';
import { unclosedSection } from './unclosed-section';
import { unknownOption } from './unknown-option';
import { unknownResource } from './unknown-resource';
import { volumeMismatch } from './volume-mismatch';
import { writeOrder } from './write-order';

/** All rules of the language; a test compares the list with the folder. */
export const drbdRules: readonly Rule<DrbdModel>[] = [
  activityLog,
  addressValues,
  authentication,
  autoPromoteByPacemaker,
  backingDisk,
  becomePrimaryOn,
  connectionEndpoints,
  deadInCommon,
  deviceName,
  deviceNumbers,
  duplicateAddress,
  duplicateDisk,
  duplicateHost,
  duplicateMetaDisk,
  duplicateMinor,
  duplicateNodeId,
  duplicateOption,
  duplicateResource,
  duplicateSection,
  duplicateStatement,
  duplicateVolume,
  fenceHandlerNotPacemaker,
  fenceHandlers,
  fencingInDisk,
  fencingWithoutStonith,
  hostLinks,
  incompleteHost,
  invalidValue,
  ioErrors,
  meshHosts,
  misplacedSection,
  missingDevice,
  missingDisk,
  missingHost,
  missingNodeId,
  missingProtocol,
  nameNeedsQuotes,
  noPrefixWithValue,
  notManaged,
  numberRange,
  oldSyncer,
  oldWords,
  optionClash,
  optionInWrongSection,
  otherGeneration,
  primaryByPacemaker,
  proxyIncomplete,
  quorumNodes,
  replicationBuffers,
  reservedWord,
  resourceName,
  resyncAfterUnknown,
  resyncRates,
  splitBrainRecovery,
  startupWaits,
  stonithWithoutFencing,
  templateValue,
  timeoutOrder,
  twoPrimaries,
  twoPrimariesNeedsProtocolC,
  typographicQuote,
  unclosedSection,
  unknownOption,
  unknownResource,
  volumeMismatch,
  writeOrder,
];

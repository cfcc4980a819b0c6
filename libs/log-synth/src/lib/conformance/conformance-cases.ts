import { clusterSwitch } from './cluster-switch';
import type { ConformanceCase } from './conformance-case';
import { deniedDemand } from './denied-demand';
import { duplicateFiles } from './duplicate-files';
import { foldHour } from './fold-hour';
import { lostDetachments } from './lost-detachments';
import { namedUsers } from './named-users';
import { offlineExtraction } from './offline-extraction';
import { poolRenewal } from './pool-renewal';
import { restartStorm } from './restart-storm';
import { sharedSessions } from './shared-sessions';
import { tokenMix } from './token-mix';

/** The scenarios of the conformance kit; every call writes the same bytes. */
export function conformanceCases(): ConformanceCase[] {
  return [
    restartStorm(),
    foldHour(),
    clusterSwitch(),
    tokenMix(),
    duplicateFiles(),
    namedUsers(),
    poolRenewal(),
    lostDetachments(),
    sharedSessions(),
    deniedDemand(),
    offlineExtraction(),
  ];
}

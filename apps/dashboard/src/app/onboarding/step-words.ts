/** What must hold before there is anything to show. */
export type StepKind = 'monitor' | 'directory' | 'file' | 'tracing' | 'grant';

/** All of it, in the order in which one rests on the other. */
export const stepNames: readonly { readonly kind: StepKind; readonly name: string }[] = [
  { kind: 'monitor', name: $localize`The monitor runs` },
  { kind: 'directory', name: $localize`The directory of the logs can be read` },
  { kind: 'file', name: $localize`A log file is there` },
  { kind: 'tracing', name: $localize`Licence usage tracing is switched on` },
  { kind: 'grant', name: $localize`A licence was granted` },
];

/** Where the licence server writes its logs unless it was told otherwise. */
const USUAL_DIRECTORIES = {
  windows: String.raw`C:\ProgramData\DassaultSystemes\LicenseServer\LogFiles`,
  linux: '/var/DassaultSystemes/LicenseServer/LogFiles',
} as const;

const mends: Record<StepKind, readonly string[]> = {
  monitor: [
    $localize`Start it on a machine that reaches the logs: “npm start” starts everything, “npx license-monitor run” the monitor alone.`,
    $localize`It writes what the API reads: HISTORY_DB and LIVE_DB, or DATABASE_URL, must be the same for both.`,
  ],
  directory: [
    $localize`LOG_DIRECTORY names it. On Windows it is usually ${USUAL_DIRECTORIES.windows}:windows:, on Linux ${USUAL_DIRECTORIES.linux}:linux:.`,
    $localize`The user that the monitor runs as needs read access to the directory and to the files in it.`,
  ],
  file: [
    $localize`The licence server writes LicenseServer followed by date and time and .log; LOG_PATTERN_FILE says what else they are called.`,
    $localize`A file that appears there is read by itself; changed settings need the monitor to be started again.`,
  ],
  tracing: [
    $localize`Open the License Administration Tool of DSLS, connect to the licence server with full rights (not restricted), and open its Server Configuration.`,
    $localize`Choose “License usage tracing…” there, choose all products, and apply. Without it the server logs refusals only.`,
  ],
  grant: [
    $localize`Start a program that takes a licence, for example CATIA: the grant appears here by itself, usually within a second.`,
    $localize`A licence that was taken before tracing was switched on shows only when it is given back.`,
  ],
};

/** Says what to do about a step that is not met, where and how. */
export const toMend = (kind: StepKind): readonly string[] => mends[kind];

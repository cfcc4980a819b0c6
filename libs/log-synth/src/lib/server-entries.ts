import { plainEntry, type LogEntry } from './log-entry';

const DATA_DIRECTORY = 'C:\\ProgramData\\DassaultSystemes\\LicenseServer';
const SERVER_ID = 'SYN-41D6000000000001';
const VERSION = '6.425.4 built on 230502184536';

/** The lines of a start, in order; the first opens a new file. */
export const START_ENTRIES: readonly LogEntry[] = [
  {
    ...plainEntry('I', 'INITSERVER', `Initializing license server on ${DATA_DIRECTORY} args []`),
    form: 'opening',
  },
  plainEntry('I', 'INITSERVER', `ComputerId ${SERVER_ID}`),
  plainEntry('I', 'INITSERVER', `License server already initialized on ${DATA_DIRECTORY}`),
  {
    ...plainEntry('I', 'STARTSERVER', `Server version ${VERSION}`),
    fact: { kind: 'serverStart' },
  },
  plainEntry('I', 'STARTSERVER', 'Licensing service started'),
];

/** The line of a clean stop. */
export const STOP_ENTRY: LogEntry = {
  ...plainEntry('I', 'STOPSERVER', 'License server stopped'),
  fact: { kind: 'serverStop' },
};

/** The lines an administrator's poll leaves, in order. */
export const POLL_ENTRIES: readonly LogEntry[] = [
  plainEntry('I', 'ADMINSERVER', 'Administration connection started'),
  plainEntry('I', 'ADMINSERVER', 'GetLicenseUsage command issued'),
  plainEntry('I', 'ADMINSERVER', 'Administration connection ended'),
];

/** The lines around a sleep of the machine. */
export const SLEEP_ENTRIES = {
  suspended: plainEntry('I', 'RUNTIMEDATA', 'System has been suspended'),
  resumed: plainEntry('I', 'RUNTIMEDATA', 'System has been resumed'),
} as const;

/**
 * Messages of the server itself. The text of the upload failure is documented; class names in the trace
 * and the other texts are invented, for readers must cope with texts they never saw.
 */
export const MESSAGES: readonly (readonly LogEntry[])[] = [
  [
    plainEntry('E', 'STATISTICS', 'Fail to upload file'),
    continuation('java.net.UnknownHostException: usage.example.invalid'),
    continuation('\tat java.base/java.net.Socket.connect(Socket.java:633)'),
    continuation('\tat com.example.dsls.upload.UsageUploader.send(UsageUploader.java:214)'),
    continuation('\tat com.example.dsls.upload.UploadTask.run(UploadTask.java:58)'),
  ],
  [plainEntry('W', 'MONITORING', 'Response time above 2000 ms')],
  [plainEntry('W', 'RUNTIMEDATA', 'Cannot write usage statistics, will retry')],
  [plainEntry('E', 'ADMINSERVER', 'Connection reset by peer')],
];

function continuation(text: string): LogEntry {
  return { text, fact: null, form: 'continuation' };
}

import { numberSetting, storeSettings } from '@license-monitor/db';
import { z } from 'zod';
import { capacitySettings } from './capacity/capacity-settings';
import { readHoursByProduct } from './upkeep/age-limits';

/** Whether `make` succeeds: some names can only be checked by using them. */
const canMake = (make: () => unknown) => {
  try {
    make();
    return true;
  } catch {
    // RangeError: the name is not known.
    return false;
  }
};

const isTimeZone = (zone: string) =>
  canMake(() => new Intl.DateTimeFormat('en', { timeZone: zone }));
const isEncoding = (label: string) => canMake(() => new TextDecoder(label));

/**
 * The settings of the monitor: environment variables, or the same names in `.env`. The first five
 * are those of License-Monitor-Lite. `docs/settings.md` is made from this schema.
 */
export const monitorSettings = z.object({
  LOG_SERVERS: z
    .string()
    .optional()
    .describe(
      'YAML file with several licence servers, see [several servers](several-servers.md); the settings of one server are its defaults.',
    ),
  LOG_DIRECTORY: z
    .string('is missing: set it to the directory with the LicenseServer*.log files')
    .min(1, 'is empty: set it to the directory with the LicenseServer*.log files')
    .describe('Directory with the log files of the licence server.'),
  LOG_PATTERN_FILE: z
    .string()
    .regex(/^[^/\\]+$/, 'is a file name pattern, without a directory')
    .default('LicenseServer*.log')
    .describe('Which file names are logs; `*` stands for any text, `?` for one character.'),
  POLL_INTERVAL: numberSetting(0.05, 60)
    .default(0.25)
    .describe('Longest time between two looks at the directory, in seconds.'),
  ...storeSettings,
  LOG_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'is not an IANA time zone such as Europe/Paris')
    .default(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
    .describe("IANA zone of the licence server's clock; this machine's zone unless set."),
  LOG_ENCODING: z
    .string()
    .refine(isEncoding, 'is not an encoding label such as windows-1252 or shift_jis')
    .default('windows-1252')
    .describe('Code page of lines that are not UTF-8.'),
  LOG_ON_SHARE: z
    .enum(['auto', 'true', 'false'], 'is neither auto, true nor false')
    .default('auto')
    .describe(
      'Whether the logs lie on a network share: then no file is kept open, sizes are doubted, and the directory is looked at once a second. `auto` asks the file system.',
    ),
  LOG_START: z
    .enum(['beginning', 'end'], 'is neither beginning nor end')
    .default('beginning')
    .describe('Whether the very first start reads what is there already, or only what follows.'),
  SERVER_NAME: z
    .string()
    .min(1, 'is empty')
    .default('dsls')
    .describe('Name of the licence server on the screens.'),
  SERVER_CLUSTER: z
    .string()
    .default('')
    .describe(
      'Name of the failover cluster that the licence server is a member of; its members serve one pool. Empty: it stands alone.',
    ),
  SESSION_TIMEOUT_HOURS: numberSetting(1, 24 * 366)
    .default(720)
    .describe(
      'Age at which a session counts as lost, in hours. The default leaves room for licences that were taken offline, up to 30 days.',
    ),
  SESSION_TIMEOUT_HOURS_BY_PRODUCT: z
    .string()
    .default('')
    .transform((text, context) => {
      try {
        return readHoursByProduct(text);
      } catch (error) {
        context.addIssue({ code: 'custom', message: (error as Error).message });
        return z.NEVER;
      }
    })
    .describe(
      'Other limits for some products, as CODE=HOURS with commas between them, such as `MD2=24, QAT=96`.',
    ),
  RESTART_GRACE_MINUTES: numberSetting(17, 7 * 24 * 60)
    .default(60)
    .describe(
      'How long after a restart of the licence server a silent session counts as alive, in minutes.',
    ),
  ...capacitySettings,
  DEMO_DATA: z
    .enum(['true', 'false'], 'is neither true nor false')
    .default('false')
    .describe('Whether the logs are simulated; every screen says so.'),
});

export type MonitorSettings = Readonly<z.infer<typeof monitorSettings>>;

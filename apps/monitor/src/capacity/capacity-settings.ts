import { numberSetting } from '@license-monitor/db';
import { z } from 'zod';

/** Each poll writes lines to the licence server's log, so more often is refused, in minutes. */
const MIN_POLL_MINUTES = 5;

/** The settings that say where the number of seats comes from. */
export const capacitySettings = {
  ENTITLEMENTS_FILE: z
    .string()
    .default('')
    .describe('YAML file kept by hand with what the site owns, see [capacity](capacity.md).'),
  CAPACITY_DIRECTORY: z
    .string()
    .default('')
    .describe('Directory into which outputs of the administration tool are put; any file names.'),
  DSLICSRV_COMMAND: z
    .string()
    .default('')
    .describe('Path of the administration tool DSLicSrv, to ask the licence server with.'),
  DSLICSRV_HOST: z
    .string()
    .regex(/^[\w.:-]*$/, 'is not the name of a host')
    .default('')
    .describe('Host of the licence server that the tool asks.'),
  DSLICSRV_PORT: numberSetting(1, 65_535)
    .default(4084)
    .describe("The licence server's port for administration."),
  DSLICSRV_PASSWORD: z
    .string()
    .default('')
    // The tool reads a line; what is behind it would be commands.
    .transform((password) => password.split(/[\r\n]/, 1)[0] ?? '')
    .describe('Password of the administration; given to the tool on its standard input only.'),
  CAPACITY_POLL_MINUTES: numberSetting(0, 7 * 24 * 60)
    .refine(
      (minutes) => minutes === 0 || minutes >= MIN_POLL_MINUTES,
      `is neither 0 nor at least ${MIN_POLL_MINUTES}`,
    )
    .default(0)
    .describe('How often the tool is asked, in minutes; 0 is never.'),
};

import { describeTrouble } from './describe-trouble';

const where = {
  LOG_DIRECTORY: '/logs',
  HISTORY_DB: 'history.db',
  LIVE_DB: 'live.db',
  DATABASE_URL: 'postgres://monitor:secret@db/license_monitor',
};

/** An error as the driver gives it. */
const failure = (code: string | undefined, message: string) =>
  Object.assign(new Error(message), code === undefined ? {} : { driverError: { code } });

describe('trouble with a PostgreSQL database', () => {
  it.each([
    ['ECONNREFUSED', 'Start PostgreSQL'],
    ['28P01', 'Correct the role'],
    ['53100', 'Free some space'],
    ['42501', 'must own its tables'],
    [undefined, 'is tried again'],
  ])('of code %s is told with its mend, and without the password', (code, mend) => {
    const told = describeTrouble(failure(code, 'no way'), where);
    expect(told).toContain(mend);
    expect(told).toContain('postgres://monitor:***@db/license_monitor');
  });

  it('is not taken for trouble with a file', () => {
    const missing = Object.assign(new Error('ENOENT'), { code: 'ENOENT', path: '/logs' });
    expect(describeTrouble(missing, where)).toContain('/logs does not exist');
  });
});

import { aHealth, aServer } from '../../testing/samples';
import { emptyByFilter, explainEmptiness } from './emptiness';

const otherwise = { cause: 'Nobody holds one.', nextStep: 'Wait.' };

describe('explainEmptiness', () => {
  it('says what was read where while the history is empty', () => {
    const file = {
      file: 'LicenseServer1.log',
      state: 'following',
      bytesTotal: 1,
      bytesRead: 1,
      lastLineAt: null,
      lines: 7,
      events: 0,
      messages: 7,
      quarantined: 0,
      duplicates: 0,
    } as const;
    const health = aHealth({ lastEventId: 0, servers: [aServer({ files: [file, file] })] });
    const { cause, nextStep } = explainEmptiness(health, otherwise) as {
      cause: string;
      nextStep: string;
    };
    expect(cause).toBe(
      'No events yet. The monitor has read 14 lines of 2 files in /var/dsls/logs (LicenseServer*.log).',
    );
    expect(nextStep).toContain('LOG_DIRECTORY and LOG_PATTERN_FILE');
    expect(nextStep).toContain('license usage tracing is on');
  });

  it('says that no monitor has reported', () => {
    const health = aHealth({ lastEventId: 0, servers: [] });
    expect(explainEmptiness(health, otherwise)).toMatchObject({
      cause: 'No events yet. No monitor has reported yet.',
    });
  });

  it('says the ordinary reason once there is a history', () => {
    expect(explainEmptiness(aHealth(), otherwise)).toMatchObject(otherwise);
    expect(explainEmptiness(undefined, otherwise)).toMatchObject(otherwise);
  });
});

describe('emptyByFilter', () => {
  it('tells how many rows were looked at while there are more', () => {
    expect(emptyByFilter({ items: [1, 2], nextCursor: 'older' })).toEqual({
      kind: 'emptyByFilter',
      loaded: 2,
    });
    expect(emptyByFilter({ items: [1, 2], nextCursor: null })).toEqual({ kind: 'emptyByFilter' });
    expect(emptyByFilter(undefined)).toEqual({ kind: 'emptyByFilter' });
  });
});

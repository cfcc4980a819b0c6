import { isUsageHeader, readUsageHeader, USE_COLUMNS, withoutEmptyEnd } from './usage-header.js';

describe('isUsageHeader', () => {
  it('asks for the first three names', () => {
    expect(isUsageHeader(['Editor', 'EditorId', 'Feature'])).toBe(true);
    expect(isUsageHeader(['editor', 'EditorId', 'Feature'])).toBe(false);
    expect(isUsageHeader(['Editor', 'Editor', 'Feature'])).toBe(false);
    expect(isUsageHeader(['Editor', 'EditorId', 'Model'])).toBe(false);
    expect(isUsageHeader(['Editor', 'EditorId'])).toBe(false);
  });
});

describe('readUsageHeader', () => {
  it('knows the columns by their names, in any order', () => {
    expect(readUsageHeader(['Inuse', 'Count', 'Colour', 'Feature', 'Size', '', ''])).toEqual({
      columns: ['Inuse', 'Count', null, 'Feature', null],
      unknownNames: ['Colour', 'Size'],
      isComplete: true,
    });
  });

  it.each(['Feature', 'Count', 'Inuse'])('is not complete without %s', (missing) => {
    const names = ['Feature', 'Count', 'Inuse', 'Host'].filter((name) => name !== missing);
    expect(readUsageHeader(names).isComplete).toBe(false);
  });
});

describe('USE_COLUMNS', () => {
  it('are those behind the seats in use', () => {
    expect(USE_COLUMNS).toEqual([
      'Tokens',
      'Casual Usage (mn)',
      'Host',
      'User',
      'Internal ID',
      'Active Process',
      'Client Code Version',
      'Session ID',
      'Granted Since',
      'Last Used At',
      'Granted At',
      'Queue Position',
    ]);
  });
});

describe('withoutEmptyEnd', () => {
  it('leaves out empty fields at the end, and no others', () => {
    expect(withoutEmptyEnd(['', 'a', '', 'b', '', ''])).toEqual(['', 'a', '', 'b']);
    expect(withoutEmptyEnd(['a', ' '])).toEqual(['a', ' ']);
    expect(withoutEmptyEnd(['', ''])).toEqual([]);
    expect(withoutEmptyEnd([])).toEqual([]);
  });
});

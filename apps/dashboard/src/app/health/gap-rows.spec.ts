import { NOW } from '../../testing/samples';
import { toGapRows } from './gap-rows';

describe('toGapRows', () => {
  it('lists the gaps of servers and of products, the latest first, with their causes', () => {
    const rows = toGapRows({
      asOf: NOW,
      from: 0,
      to: 100,
      servers: [
        {
          server: 'lic1',
          observedMs: 80,
          gaps: [
            { from: 0, to: 10, cause: 'beforeFirstLine' },
            { from: 50, to: 60, cause: 'fileMissing' },
          ],
        },
      ],
      products: [
        {
          product: 'CAT',
          editor: null,
          model: 'concurrentUser',
          gaps: [{ from: 70, to: 80, cause: 'notTraced' }],
        },
      ],
    });
    expect(rows.map(({ of, from, why }) => `${of} ${from} ${why}`)).toEqual([
      'lic1 50 a log file is missing',
      'lic1 0 before the first line of the log',
      'CAT 70 usage was not traced',
    ]);
  });
});

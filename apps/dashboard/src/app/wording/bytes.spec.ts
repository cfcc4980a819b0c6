import { formatBytes } from './bytes';

describe('formatBytes', () => {
  it('uses the unit that suits', () => {
    expect([0, 999, 1000, 18_240_000, 3.4e9].map(formatBytes)).toEqual([
      '0 B',
      '999 B',
      '1.0 kB',
      '18.2 MB',
      '3.4 GB',
    ]);
  });
});

import { describeIgnoredFilters } from './ignored-filters';
import { defaultViewQuery } from './view-query';

describe('describeIgnoredFilters', () => {
  const because = 'Seats are shared by all';

  it('names what is set and not used', () => {
    const query = { ...defaultViewQuery, product: ['CAT'], user: ['ann', 'bob'], host: ['ws-1'] };
    expect(describeIgnoredFilters(query, ['user', 'host'], because)).toBe(
      'Seats are shared by all, so this screen leaves aside: user ann, user bob, host ws-1.',
    );
  });

  it('is silent where nothing is left aside', () => {
    expect(describeIgnoredFilters(defaultViewQuery, ['user', 'host'], because)).toBeNull();
  });
});

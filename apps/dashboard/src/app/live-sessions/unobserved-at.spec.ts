import { describeUnobservedAt } from './unobserved-at';

const gap = (cause: 'serverDown' | 'notTraced') => ({ from: 0, to: 1, cause });

describe('describeUnobservedAt', () => {
  it('is silent where every server was observed', () => {
    const servers = [{ server: 'lic1', observedMs: 1, gaps: [] }];
    expect(describeUnobservedAt({ servers, products: [] })).toBeNull();
  });

  it('names what was not observed, and why', () => {
    const servers = [
      { server: 'lic1', observedMs: 0, gaps: [gap('serverDown')] },
      { server: 'lic2', observedMs: 1, gaps: [] },
    ];
    const model = 'concurrentUser' as const;
    const products = [{ product: 'CAT', editor: null, model, gaps: [gap('notTraced')] }];
    expect(describeUnobservedAt({ servers, products })).toBe(
      'Not observed then, so there may have been more: lic1 (the licence server was down); ' +
        'CAT (usage was not traced).',
    );
  });
});

import type { Grant } from './grant';
import { ProductAccount } from './product-account';
import type { LicenseModel } from './scenario';
import { machineOf, workplaceOf } from './workplace';

function productOf(model: LicenseModel) {
  return { code: 'MD2', editor: 'Dassault Systemes V5', model, pool: 9, popularity: 1 };
}

function grantOf(user: string, display: number, quantity = 1, sessionId = '0'.repeat(16)): Grant {
  const workplace = workplaceOf({ user, account: 1 }, machineOf('workstation', 1), display);
  return {
    workplace,
    quantity,
    product: productOf('Token'),
    client: { sessionId, workplace, tail: 'none' },
    fields: '',
  };
}

function inUseAfter(model: LicenseModel, grants: Grant[]): number {
  const account = new ProductAccount(productOf(model), 0);
  grants.forEach((grant) => account.open(grant, 0));
  return account.truth(0).licensesInUse;
}

describe('licences in use', () => {
  const grants = [
    grantOf('alice', 1),
    grantOf('alice', 1),
    grantOf('alice', 2, 5),
    grantOf('bob', 1),
  ];

  it('are users on a computer and display for ConcurrentUser', () => {
    expect(inUseAfter('ConcurrentUser', grants)).toBe(3);
  });

  it('are users for NamedUser', () => {
    expect(inUseAfter('NamedUser', grants)).toBe(2);
  });

  it('are the sum of the quantities for Token', () => {
    expect(inUseAfter('Token', grants)).toBe(8);
  });
});

describe('ProductAccount', () => {
  it('closes the oldest session of an id first', () => {
    const account = new ProductAccount(productOf('ConcurrentUser'), 0);
    const first = account.open(grantOf('alice', 1), 10);
    const second = account.open(grantOf('alice', 1), 20);
    account.close(first.sessionId, 30, 'timeout');
    expect(first).toMatchObject({ endedAt: 30, closedBy: 'timeout' });
    expect(second).toMatchObject({ endedAt: null, closedBy: null });
    expect(account.truth(40)).toMatchObject({ licenseMs: 30, sessionMs: 20 + 20, openSessions: 1 });
  });

  it('reaches a peak within a millisecond, by the order of the events', () => {
    const account = new ProductAccount(productOf('ConcurrentUser'), 0);
    account.open(grantOf('alice', 1, 1, 'A'), 10);
    account.open(grantOf('bob', 1, 1, 'B'), 20);
    account.close('A', 20, 'detachment');
    account.open(grantOf('carla', 1, 1, 'C'), 30);
    expect(account.truth(30)).toMatchObject({ peakLicenses: 2, peakAt: 20, licensesInUse: 2 });
  });

  it('does not see a peak where one hands over to another', () => {
    const account = new ProductAccount(productOf('ConcurrentUser'), 0);
    account.open(grantOf('alice', 1, 1, 'A'), 10);
    account.close('A', 20, 'detachment');
    account.open(grantOf('bob', 1, 1, 'B'), 20);
    expect(account.truth(30)).toMatchObject({ peakLicenses: 1, peakAt: 10, licenseMs: 20 });
  });

  it('cannot close what is not open', () => {
    const account = new ProductAccount(productOf('Token'), 0);
    expect(() => account.close('A', 1, 'detachment')).toThrow('No session A is open.');
  });
});

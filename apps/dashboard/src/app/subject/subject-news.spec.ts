import { aSession } from '../../testing/samples';
import { parseLiveMessage } from '../data/live-message';
import { countNews } from './subject-news';

const tell = (kind: 'sessions' | 'denial' | 'usage', data: object) =>
  parseLiveMessage(kind, JSON.stringify(data), '7')!;

describe('countNews', () => {
  const ann = { kind: 'user', key: 'ANN' } as const;

  it('counts sessions of the subject that came or went', () => {
    const message = tell('sessions', {
      opened: [aSession(), aSession({ user: 'bob' })],
      closed: [aSession()],
    });
    expect(countNews(message, ann)).toBe(2);
    expect(countNews(message, { kind: 'product', key: 'CAT' })).toBe(3);
  });

  it('counts its refusals, and nothing else', () => {
    const denial = { user: 'ann', product: null, host: null, server: 'lic1' };
    expect(countNews(tell('denial', { denials: [denial] }), ann)).toBe(1);
    expect(countNews(tell('usage', { products: [] }), ann)).toBe(0);
  });
});

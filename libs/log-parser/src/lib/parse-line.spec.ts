import fc from 'fast-check';
import { parseLine } from './parse-line';

const grant =
  '2025/05/19 08:01:13:027 I USGTRACING  Grant!!MD2!00000196E721C6C0!Dassault Systemes V5!ConcurrentUser!1!STD!WS-0042 (41A0000000000001-0a00002a.1)!10.0.0.42!alice';

describe('parseLine', () => {
  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(parseLine(text).type).toEqual(expect.any(String));
      }),
    );
  });

  it('never throws on a usage line with any character replaced, removed or doubled', () => {
    fc.assert(
      fc.property(fc.nat(grant.length), fc.string({ maxLength: 4 }), fc.nat(3), (at, put, drop) => {
        const text = grant.slice(0, at) + put + grant.slice(at + drop);
        expect(parseLine(text).type).toEqual(expect.any(String));
      }),
    );
  });

  it('accepts any run of blanks between level, category and message', () => {
    const spaced = grant.replace(' I USGTRACING  ', '  I\tUSGTRACING ');
    expect(parseLine(spaced)).toEqual(parseLine(grant));
  });

  it('marks an event whose session, count or model fails its check, and keeps it', () => {
    const odd = grant
      .replace('00000196E721C6C0', 'zz')
      .replace('!1!', '!one!')
      .replace('ConcurrentUser', 'Floating');
    expect(parseLine(odd)).toMatchObject({
      type: 'grant',
      sessionId: 'zz',
      quantity: null,
      model: 'unknown',
      faults: ['sessionNotHex', 'countNotNumeric', 'modelUnknown'],
    });
  });

  it('does not take a usage line without a product for an event', () => {
    expect(parseLine(grant.replace('MD2', ''))).toMatchObject({ type: 'message' });
  });
});

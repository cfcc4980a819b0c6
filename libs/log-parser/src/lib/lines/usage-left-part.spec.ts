import type { LicenseModel } from './parsed-line.js';
import type { UsageLayout } from './usage-layout.js';
import { readLeftPart, type LeftPart } from './usage-left-part.js';

const session = '00000196E721C6C0';
const usual: LeftPart = {
  sessionId: session,
  terms: {
    customer: null,
    editor: 'Dassault Systemes V5',
    model: 'ConcurrentUser',
    quantity: 1,
    slotX: 'STD',
  },
  unknownFields: [],
  isShort: false,
};
const withTerms = (terms: Partial<LeftPart['terms']>, unknownFields: string[] = []): LeftPart => ({
  ...usual,
  terms: { ...usual.terms, ...terms },
  unknownFields,
});

/** Reads what stands between action and client; the session stands `fromSession` before it. */
function read(text: string, fromSession = 5): LeftPart {
  const fields = ['Grant', ...text.split('!')];
  const clientAt = fields.length;
  const sessionAt = fromSession === 0 ? -1 : clientAt - fromSession;
  const layout: UsageLayout = {
    sessionAt,
    clientAt,
    userEnd: clientAt + 3,
    internalIdEnd: clientAt + 4,
    executableEnd: clientAt + 5,
  };
  return readLeftPart([...fields, 'WS-0042 (41A0)', '10.0.0.42', 'alice'], layout);
}

describe('the fields before the client', () => {
  it('are session, editor, model, count and slotX', () => {
    expect(read(`!MD2!${session}!Dassault Systemes V5!ConcurrentUser!1!STD`)).toEqual(usual);
  });

  it('are null where they are empty', () => {
    expect(read('!MD2!!!!!')).toEqual({
      sessionId: null,
      terms: { customer: null, editor: null, model: 'unknown', quantity: null, slotX: null },
      unknownFields: [],
      isShort: false,
    });
  });

  it('hold the customer where one more stands behind the product', () => {
    const rest = `${session}!Dassault Systemes V5!ConcurrentUser!1!STD`;
    expect(read(`!MD2!2000!${rest}`)).toEqual(withTerms({ customer: '2000' }));
    expect(read(`!MD2!!${rest}`)).toEqual(withTerms({ customer: null }));
  });

  it('are kept without a name where two or more stand behind the product', () => {
    const rest = `${session}!Dassault Systemes V5!ConcurrentUser!1!STD`;
    expect(read(`!MD2!2000!x!${rest}`)).toEqual(withTerms({}, ['2000', 'x']));
    expect(read(`!MD2!!!y!${rest}`)).toEqual(withTerms({}, ['', '', 'y']));
  });

  it('keep a text in the slot that is expected to be empty, before all others', () => {
    const rest = `${session}!Dassault Systemes V5!ConcurrentUser!1!STD`;
    expect(read(`slot!MD2!${rest}`)).toEqual(withTerms({}, ['slot']));
    expect(read(`slot!MD2!a!b!${rest}`)).toEqual(withTerms({}, ['slot', 'a', 'b']));
  });

  it.each<LicenseModel>(['ConcurrentUser', 'NamedUser', 'Token', 'Credit'])(
    'know the model %s',
    (model) => {
      expect(read(`!MD2!${session}!Dassault Systemes V5!${model}!1!STD`)).toEqual(
        withTerms({ model }),
      );
      expect(read(`!MD2!x!${model}!1`, 0).terms.model).toBe(model);
    },
  );

  it.each(['Floating', 'concurrentUser', 'Tokens', 'unknown', ' Token'])(
    'keep "%s", which is no known model',
    (text) => {
      expect(read(`!MD2!${session}!Dassault Systemes V5!${text}!1!STD`)).toEqual(
        withTerms({ model: 'unknown' }, [text]),
      );
    },
  );

  it.each([
    ['0', 0],
    ['00012', 12],
    ['999999999', 999_999_999],
  ])('know the count %s', (text, quantity) => {
    expect(read(`!MD2!${session}!Dassault Systemes V5!ConcurrentUser!${text}!STD`)).toEqual(
      withTerms({ quantity }),
    );
  });

  it.each(['1000000000', '0000000001', 'one', '-1', '1.5', ' 1', '1 ', '٣', '1e3'])(
    'keep "%s", which is no number of licences',
    (text) => {
      expect(read(`!MD2!${session}!Dassault Systemes V5!ConcurrentUser!${text}!STD`)).toEqual(
        withTerms({ quantity: null }, [text]),
      );
    },
  );

  it('keep fields without a name before a model and a count of no known kind', () => {
    expect(read(`slot!MD2!a!b!${session}!Dassault Systemes V5!Floating!one!STD`)).toEqual(
      withTerms({ model: 'unknown', quantity: null }, ['slot', 'a', 'b', 'Floating', 'one']),
    );
    expect(read(`!MD2!${session}!Dassault Systemes V5!!one!STD`)).toEqual(
      withTerms({ model: 'unknown', quantity: null }, ['one']),
    );
    expect(read(`!MD2!${session}!Dassault Systemes V5!Floating!!STD`)).toEqual(
      withTerms({ model: 'unknown', quantity: null }, ['Floating']),
    );
  });

  it('are null where the line ends before them', () => {
    const layout = { clientAt: 8, userEnd: 11, internalIdEnd: 12, executableEnd: 13 };
    expect(readLeftPart(['Grant', '', 'MD2'], { ...layout, sessionAt: 3 })).toEqual({
      sessionId: null,
      terms: { customer: null, editor: null, model: 'unknown', quantity: null, slotX: null },
      unknownFields: [],
      isShort: false,
    });
  });
});

describe('too few fields before the client', () => {
  const short: LeftPart = {
    sessionId: null,
    terms: { customer: null, editor: null, model: 'unknown', quantity: null, slotX: null },
    unknownFields: [],
    isShort: true,
  };

  it('may be none', () => {
    expect(read('!MD2', 0)).toEqual(short);
  });

  it('get a name only where they identify themselves, and all are kept', () => {
    expect(read(`!MD2!x!${session}!Token!25`, 0)).toEqual({
      ...short,
      sessionId: session,
      terms: { ...short.terms, model: 'Token', quantity: 25 },
      unknownFields: ['x', session, 'Token', '25'],
    });
  });

  it('hold the first session and the first model', () => {
    expect(read(`!MD2!00000196E721C6C1!${session}!Credit!Token`, 0)).toEqual({
      ...short,
      sessionId: '00000196E721C6C1',
      terms: { ...short.terms, model: 'Credit' },
      unknownFields: ['00000196E721C6C1', session, 'Credit', 'Token'],
    });
  });

  it('hold a count only behind the model', () => {
    expect(read('!MD2!7!Token!8!9!STD', 0)).toEqual({
      ...short,
      terms: { ...short.terms, model: 'Token', quantity: 8 },
      unknownFields: ['7', 'Token', '8', '9', 'STD'],
    });
    expect(read('!MD2!7!Token', 0)).toEqual({
      ...short,
      terms: { ...short.terms, model: 'Token' },
      unknownFields: ['7', 'Token'],
    });
    expect(read('!MD2!Token!x!8', 0)).toEqual({
      ...short,
      terms: { ...short.terms, model: 'Token' },
      unknownFields: ['Token', 'x', '8'],
    });
  });

  it('hold a count without a model only directly before the last field', () => {
    expect(read('!MD2!6!7!STD', 0)).toEqual({
      ...short,
      terms: { ...short.terms, quantity: 7 },
      unknownFields: ['6', '7', 'STD'],
    });
    expect(read('!MD2!6!x!8', 0)).toEqual({ ...short, unknownFields: ['6', 'x', '8'] });
    expect(read('!MD2!7', 0)).toEqual({ ...short, unknownFields: ['7'] });
  });

  it('keep a text in the slot that is expected to be empty', () => {
    expect(read('slot!MD2!x', 0)).toEqual({ ...short, unknownFields: ['slot', 'x'] });
  });

  it('do not reach into product or client', () => {
    expect(read(`!${session}!Token!1`, 0)).toEqual({
      ...short,
      terms: { ...short.terms, model: 'Token', quantity: 1 },
      unknownFields: ['Token', '1'],
    });
  });
});

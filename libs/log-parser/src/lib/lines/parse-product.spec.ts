import { parseProduct, type ProductCode } from './parse-product.js';

describe('parseProduct', () => {
  it.each<[string, Omit<ProductCode, 'code'>]>([
    ['MD2', { base: 'MD2', addOns: [], suffixes: [] }],
    ['XM2-FTA', { base: 'XM2', addOns: ['FTA'], suffixes: [] }],
    ['HD2-KT1-FS1', { base: 'HD2', addOns: ['KT1', 'FS1'], suffixes: [] }],
    ['MDG-OC', { base: 'MDG', addOns: [], suffixes: ['OC'] }],
    ['MDG-N', { base: 'MDG', addOns: [], suffixes: ['N'] }],
    ['XXXCX-OC', { base: 'XXXCX', addOns: [], suffixes: ['OC'] }],
    ['MDG-1EDU', { base: 'MDG', addOns: [], suffixes: ['1EDU'] }],
    ['HD2-KT1-EDU-FS1-OP', { base: 'HD2', addOns: ['KT1', 'FS1'], suffixes: ['EDU', 'OP'] }],
    ['HD2-123', { base: 'HD2', addOns: ['123'], suffixes: [] }],
    ['DRTEST', { base: 'DRTEST', addOns: [], suffixes: [] }],
    ['', { base: '', addOns: [], suffixes: [] }],
    ['-FTA', { base: '', addOns: ['FTA'], suffixes: [] }],
    ['MD2-', { base: 'MD2', addOns: [], suffixes: [''] }],
  ])('takes "%s" apart', (code, parts) => {
    expect(parseProduct(code)).toEqual({ code, ...parts });
  });

  it.each(['EDU', 'fta', 'FtA', 'FT', 'FTAX', 'F_A', 'F A', 'FT!', 'FTÀ'])(
    'takes "%s" for a suffix, not for an add-on',
    (part) => {
      expect(parseProduct(`XM2-${part}`)).toEqual({
        code: `XM2-${part}`,
        base: 'XM2',
        addOns: [],
        suffixes: [part],
      });
    },
  );
});

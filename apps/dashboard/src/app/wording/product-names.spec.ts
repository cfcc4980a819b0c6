import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProductName, hasWords, readProductNames } from './product-names';

const shipped: unknown = JSON.parse(
  readFileSync(join(__dirname, '../../../public/product-names.json'), 'utf8'),
);
const V5 = 'Dassault Systemes V5';
const nameOf = (code: string, editor: string | null = V5, file = shipped) =>
  findProductName(readProductNames(file), code, editor);

describe('findProductName', () => {
  it('calls a product by its name', () => {
    expect(nameOf('MD2')).toBe('Mechanical Design 2');
    expect(nameOf('QAT', 'Dassault Systemes')).toBe('Abaqus Analysis Tokens');
  });

  it('leaves an unknown code as it is', () => {
    expect(nameOf('ZZZ')).toBeNull();
    expect(nameOf('ZZZ-FTA')).toBeNull();
    expect(nameOf('MD2', 'A partner')).toBeNull();
  });

  it('tells products of one code apart by their publishers', () => {
    expect(nameOf('SRU')).toBe('Component Reuse');
    expect(nameOf('SRU', 'Dassault Systemes')).toBe('SIMULIA Unified Tokens');
    expect(nameOf('SRU', null)).toBe('Component Reuse or SIMULIA Unified Tokens');
  });

  it('calls a configuration by its parts, and how it is licensed by nothing', () => {
    expect(nameOf('XM2-FTA')).toBe(
      'Extended Mechanical Design 2 + 3D Functional Tolerancing & Annotation 2',
    );
    expect(nameOf('HD2-ABC')).toBe('Hybrid Design 2 + ABC');
    expect(nameOf('MDG-OC', 'Dassault Systemes')).toBe('Mechanical Designer');
  });

  it('takes what a site adds, for all publishers where it names none', () => {
    const file = {
      products: [
        { code: 'XYZ', name: 'Our tool' },
        { code: 'XYZ', name: 'Our tool 2' },
      ],
    };
    expect(nameOf('XYZ', V5, file)).toBe('Our tool 2');
    expect(nameOf('XYZ', null, file)).toBe('Our tool 2');
  });
});

describe('readProductNames', () => {
  it('leaves out what it cannot read', () => {
    for (const file of [
      null,
      'x',
      [],
      {},
      { products: {} },
      { products: [null, 1, { code: 'A' }] },
    ]) {
      expect(readProductNames(file).size).toBe(0);
    }
  });

  it('reads every entry that is shipped', () => {
    const { products } = shipped as { products: unknown[] };
    const read = [...readProductNames(shipped).values()].flat();
    expect(read).toHaveLength(products.length);
  });
});

describe('hasWords', () => {
  it('wants every word, whatever the case', () => {
    expect(hasWords('Hybrid Design 2', 'design HYB')).toBe(true);
    expect(hasWords('Hybrid Design 2', 'design 3')).toBe(false);
  });
});

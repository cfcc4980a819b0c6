import type { ConformanceAnswers, ProductAnswers } from './conformance-case';

/** How many figures of a scenario were found. */
export interface Score {
  readonly right: number;
  /** Figures of the truth, and products that were given although there are none. */
  readonly asked: number;
  readonly wrong: readonly WrongAnswer[];
}

/** A figure that is not as it should be. */
export interface WrongAnswer {
  /** Such as `MD2 / Dassault Systemes V5 / ConcurrentUser: assumedEnds.serverRestart`. */
  readonly path: string;
  /** Undefined for a product that there is not. */
  readonly expected: unknown;
  /** Undefined where it is missing. */
  readonly got: unknown;
}

interface Comparison {
  readonly path: string;
  readonly expected: unknown;
  readonly got: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Holds answers against the truth, figure by figure: one is right when it is equal, and wrong when it
 * differs or is missing. Products are told apart by code, editor and model, and may come in any order;
 * each one too many is one wrong figure. What the answers say beyond the truth's figures is not looked at.
 *
 * @param answers what a reader found, as read from JSON: of any shape.
 */
export function scoreAnswers(truth: ConformanceAnswers, answers: unknown): Score {
  const given = productsOf(answers);
  const compared = [
    ...compareFields({ from: truth.from, to: truth.to }, answers, ''),
    ...truth.products.flatMap((product) => {
      const name = nameOf(product);
      const same = given.find((one) => nameOf(one) === name);
      return compareFields(figuresOf(product), same, `${name}: `);
    }),
    ...tooMany(truth, given),
  ];
  const wrong = compared.filter(({ expected, got }) => !Object.is(expected, got));
  return { right: compared.length - wrong.length, asked: compared.length, wrong };
}

/** What is asked of a product: all but what tells it from others. */
function figuresOf(product: ProductAnswers): Fields {
  const isFigure = ([key]: [string, unknown]) => !['product', 'editor', 'model'].includes(key);
  return Object.fromEntries(Object.entries(product).filter(isFigure));
}

/** Products that there are not, and those that were given twice. */
function tooMany(truth: ConformanceAnswers, given: readonly Fields[]): Comparison[] {
  const known = new Set(truth.products.map(nameOf));
  const names = given.map(nameOf);
  return names
    .filter((name, index) => !known.has(name) || names.indexOf(name) < index)
    .map((name) => ({ path: name, expected: undefined, got: 'a product too many' }));
}

function compareFields(expected: object, got: unknown, prefix: string): Comparison[] {
  return Object.entries(expected).flatMap(([key, value]) =>
    compare(value, isFields(got) ? got[key] : undefined, prefix + key),
  );
}

function compare(expected: unknown, got: unknown, path: string): Comparison[] {
  if (Array.isArray(expected)) {
    const items: unknown[] = Array.isArray(got) ? got : [];
    const length = { path: `${path}.length`, expected: expected.length, got: lengthOf(got) };
    return [
      length,
      ...expected.flatMap((item, index) => compare(item, items[index], `${path}[${index}]`)),
    ];
  }
  if (typeof expected === 'object' && expected !== null) {
    return compareFields(expected, got, `${path}.`);
  }
  return [{ path, expected, got }];
}

const lengthOf = (got: unknown) => (Array.isArray(got) ? got.length : undefined);

function productsOf(answers: unknown): readonly Fields[] {
  const products = isFields(answers) ? answers['products'] : [];
  return Array.isArray(products) ? products.filter(isFields) : [];
}

function nameOf({ product, editor, model }: Fields | ProductAnswers): string {
  return [product, editor, model].map((part) => String(part ?? '')).join(' / ');
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

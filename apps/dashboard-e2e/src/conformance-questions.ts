import type { ProductSummaryDto, UsageSummaryDto } from '@license-monitor/api-contract';
import type { Case } from './conformance-kit';

/** What the API answers for the range of a case; how refusals are joined matters to the second kind. */
const QUESTIONS = [
  'sessions?status=closed&limit=1000&',
  'events?limit=1000&',
  'timeline?',
  'entitlements?',
];
const QUESTIONS_OF_DEMAND = [
  'usage/summary?',
  'usage/summary?format=csv&',
  'denials?limit=1000&',
  'findings?',
  'coverage?',
];
/** Of each product of the case, by its code. */
const QUESTIONS_OF_PRODUCT = [
  'usage/series?',
  'usage/load-duration?',
  'usage/hour-of-week?',
  'usage/reconciliation?',
];

/** Numbers that a database gives, positions among them, and the clock. */
const OWN_TO_A_DATABASE: readonly string[] = ['id', 'nextCursor', 'lastEventId', 'asOf'];

export async function askSummary(url: string, one: Case): Promise<UsageSummaryDto> {
  const query = `${rangeOf(one)}&${windowsOf(one)}`;
  return JSON.parse(await ask(`${url}/api/v1/usage/summary?${query}`)) as UsageSummaryDto;
}

/** All answers of some cases by their questions, as far as they can be the same in two databases. */
export async function askEverything(
  url: string,
  cases: readonly Case[],
): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const path of await questionsOf(url, cases)) {
    answers[path] = comparable(await ask(`${url}/api/v1/${path}`));
  }
  return answers;
}

async function questionsOf(url: string, cases: readonly Case[]): Promise<string[]> {
  const questions = ['products', 'search?q=a', 'sessions?status=open'];
  for (const one of cases) {
    const demand = `${rangeOf(one)}&${windowsOf(one)}`;
    questions.push(...QUESTIONS.map((question) => `${question}${rangeOf(one)}`));
    questions.push(...QUESTIONS_OF_DEMAND.map((question) => `${question}${demand}`));
    questions.push(`sessions?at=${one.settings.to}&server=${one.name}`);
    const { items } = await askSummary(url, one);
    for (const code of new Set(items.map(({ product }) => encodeURIComponent(product)))) {
      const ofProduct = `${demand}&product=${code}`;
      questions.push(...QUESTIONS_OF_PRODUCT.map((question) => `${question}${ofProduct}`));
      questions.push(`subjects/product/${code}?${demand}`);
    }
    questions.push(...items.map((item) => `capacity/what-if?seats=2&${demand}&${nameOf(item)}`));
  }
  return questions;
}

const rangeOf = ({ name, settings: { from, to } }: Case) => `server=${name}&from=${from}&to=${to}`;

const windowsOf = ({ settings }: Case) =>
  Object.entries(settings.denialWindows)
    .map(([key, value]) => `${key}=${value}`)
    .join('&');

/** Several products may have one code. */
const nameOf = ({ product, editor, model }: ProductSummaryDto) =>
  new URLSearchParams({ product, model, ...(editor === null ? {} : { editor }) });

async function ask(address: string): Promise<string> {
  const response = await fetch(address);
  const text = await response.text();
  if (!response.ok) throw new Error(`${address}: ${text}`);
  return text;
}

function comparable(text: string): unknown {
  if (!/^[[{]/.test(text)) return text;
  return JSON.parse(text, (key, value: unknown) =>
    OWN_TO_A_DATABASE.includes(key) ? undefined : value,
  );
}

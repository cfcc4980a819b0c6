import { join } from 'node:path';
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { conformanceCases, type ConformanceAnswers } from '@license-monitor/log-synth';
import { useFolder } from '../testing/folder';
import { conformanceCommand } from './conformance.command';
import { describeScores, isPerfect } from './describe-scores';
import { scoreKit } from './score-kit';
import { writeKit } from './write-kit';

const folder = useFolder();
const cases = conformanceCases();

beforeEach(() => {
  writeKit(folder.path('kit'), cases);
  mkdirSync(folder.path('answers'));
});

/** Gives the truth of all scenarios for the answers. */
function answerAll(): void {
  for (const { name } of cases) {
    cpSync(folder.path('kit', name, 'truth.json'), folder.path('answers', `${name}.json`));
  }
}

const score = () => scoreKit(folder.path('kit'), folder.path('answers'));

describe('a written kit', () => {
  it('has a folder for each scenario: the files as they are, settings and truth', () => {
    for (const { name, files, settings, truth } of cases) {
      for (const { path, text } of files) {
        expect(readFileSync(folder.path('kit', name, path), 'utf8')).toBe(text);
      }
      const read = (file: string): unknown =>
        JSON.parse(readFileSync(folder.path('kit', name, file), 'utf8'));
      expect(read('truth.json')).toEqual(truth);
      expect(read('settings.json')).toMatchObject({ ...settings, from: truth.from, to: truth.to });
    }
  });

  it('says how to run it, and names every scenario', () => {
    const text = readFileSync(folder.path('kit', 'README.md'), 'utf8');
    const named = [...text.matchAll(/^\| ([a-z-]+) \| .+ \|$/gm)].map(([, name]) => name);
    expect(named).toEqual(expect.arrayContaining(cases.map(({ name }) => name)));
    expect(text).toContain('license-monitor conformance score');
  });

  it('is not written over something else', () => {
    expect(() => writeKit(folder.path('kit'), cases)).toThrow('is not empty');
  });
});

describe('the score', () => {
  it('is full for the truth', () => {
    answerAll();
    const scores = score();
    expect(scores.map(({ name }) => name)).toEqual(cases.map(({ name }) => name).sort());
    expect(isPerfect(scores)).toBe(true);
    expect(describeScores(scores)).toMatch(/^all +\d+ of +\d+ +100 %$/m);
    expect(describeScores(scores).split('\n')).toHaveLength(cases.length + 1);
  });

  it('tells each figure that is wrong, and is never rounded up', () => {
    answerAll();
    const path = folder.path('answers', 'token-mix.json');
    const answers = JSON.parse(readFileSync(path, 'utf8')) as ConformanceAnswers;
    const [first, ...others] = answers.products;
    // JSON leaves out what is undefined.
    const changed = { ...first!, users: 7, peak: undefined };
    const invented = { ...first!, product: 'ZZZ' };
    writeFileSync(path, JSON.stringify({ ...answers, products: [changed, ...others, invented] }));
    const text = describeScores(score());
    expect(text).toMatch(/^token-mix +125 of +128 +97 %$/m);
    expect(text).toMatch(/^all +\d+ of +\d+ +99 %$/m);
    expect(text.slice(text.indexOf('\n\n') + 2).split('\n')).toEqual([
      'token-mix:',
      '  MD2 / Dassault Systemes V5 / ConcurrentUser: peak is missing, not 1',
      '  MD2 / Dassault Systemes V5 / ConcurrentUser: users is 7, not 1',
      '  ZZZ / Dassault Systemes V5 / ConcurrentUser is a product too many',
    ]);
  });

  it('is nothing for answers that are not there, or no JSON', () => {
    answerAll();
    writeFileSync(folder.path('answers', 'fold-hour.json'), '{"from": 1');
    writeFileSync(folder.path('answers', 'token-mix.json'), 'null');
    const without = scoreKit(folder.path('kit'), folder.path('kit'));
    expect(without.every(({ right, fault }) => right === 0 && fault === 'missing')).toBe(true);
    const text = describeScores(score());
    expect(text).toContain('fold-hour: the answers are no JSON');
    expect(score().find(({ name }) => name === 'token-mix')).toMatchObject({ right: 0 });
  });

  it('cannot be given without scenarios, or without answers', () => {
    expect(() => scoreKit(folder.path('answers'), folder.path('answers'))).toThrow('no scenarios');
    expect(() => scoreKit(folder.path('kit'), folder.path('nowhere'))).toThrow('is not there');
  });
});

describe('the manual', () => {
  const manual = readFileSync(join(__dirname, '../../../../docs/conformance.md'), 'utf8');

  it('names every scenario', () => {
    const named = [...manual.matchAll(/^\| ([a-z]+-[a-z]+) /gm)].map(([, name]) => name);
    expect(named).toEqual(cases.map(({ name }) => name));
  });

  it('shows answers as they are', () => {
    const [, json] = /```json\n([^`]*)```/.exec(manual) ?? [];
    const { products, ...range } = JSON.parse(json ?? '') as ConformanceAnswers;
    const { truth } = cases.find(({ name }) => name === 'restart-storm')!;
    expect(truth).toMatchObject(range);
    expect(truth.products).toEqual(expect.arrayContaining([...products]));
  });
});

describe('the command', () => {
  const run = async (...args: string[]): Promise<{ output: string; code: unknown }> => {
    const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    const before = process.exitCode;
    process.exitCode = undefined;
    try {
      await conformanceCommand().parseAsync(args, { from: 'user' });
      return { output: write.mock.calls.flat().join(''), code: process.exitCode };
    } finally {
      write.mockRestore();
      process.exitCode = before;
    }
  };

  it('writes the scenarios', async () => {
    const { output } = await run('write', folder.path('other'));
    expect(output).toBe(`${cases.length} scenarios in ${folder.path('other')}\n`);
    expect(readdirSync(folder.path('other'))).toHaveLength(cases.length + 1);
  });

  it('succeeds only when every figure is right', async () => {
    answerAll();
    const args = ['score', folder.path('kit'), folder.path('answers')];
    expect(await run(...args)).toMatchObject({ code: undefined });
    writeFileSync(folder.path('answers', 'fold-hour.json'), '{}');
    expect(await run(...args)).toMatchObject({ code: 2 });
  });
});

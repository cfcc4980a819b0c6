import nx from '@nx/eslint-plugin';
import regexp from 'eslint-plugin-regexp';

// Two dimensions of tags: `scope` says where code may run, `type` its layer (docs/architecture.md).
const layers = (testing) => [
  {
    sourceTag: 'type:app',
    onlyDependOnLibsWithTags: [
      'type:data-access',
      'type:domain',
      'type:contract',
      'type:simulation',
    ],
  },
  { sourceTag: 'type:data-access', onlyDependOnLibsWithTags: ['type:domain', ...testing] },
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: ['type:domain', ...testing] },
  { sourceTag: 'type:contract', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:simulation', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:contract'] },
  { sourceTag: 'type:tools', onlyDependOnLibsWithTags: [] },
  {
    sourceTag: 'scope:browser',
    onlyDependOnLibsWithTags: ['scope:browser', 'scope:shared'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'chokidar', 'sqlite3', 'express'],
  },
  {
    sourceTag: 'scope:server',
    onlyDependOnLibsWithTags: ['scope:server', 'scope:shared'],
    bannedExternalImports: ['@angular/*'],
  },
];
const pure = {
  sourceTag: 'scope:shared',
  onlyDependOnLibsWithTags: ['scope:shared'],
  bannedExternalImports: ['*'],
};
const pureInSpecs = { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] };
const boundaries = (depConstraints) => [
  'error',
  {
    enforceBuildableLibDependency: true,
    allow: ['^.*/eslint(\\.base)?\\.config\\.[cm]?[jt]s$', '^.*/jest\\.node\\.cjs$'],
    depConstraints,
  },
];
const noClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Pure code has no clock: take the instant as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Pure code has no clock: take the instant as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Pure code has no chance: take a seeded generator as an argument.',
  },
];

const noEnumNoDefault = [
  { selector: 'TSEnumDeclaration', message: 'Use a const object and a union type.' },
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
];

export default [
  {
    ignores: [
      '**/dist',
      '**/out-tsc',
      '**/coverage',
      '**/.angular',
      '**/node_modules',
      '**/test-results',
    ],
  },
  ...nx.configs['flat/base'],
  ...nx.configs['flat/typescript'],
  ...nx.configs['flat/javascript'],
  regexp.configs['flat/recommended'],
  {
    files: ['**/*.ts', '**/*.js', '**/*.mjs', '**/*.cjs'],
    rules: {
      '@nx/enforce-module-boundaries': boundaries([
        ...layers([]),
        pure,
        { sourceTag: 'scope:e2e', onlyDependOnLibsWithTags: ['scope:shared'] },
        { sourceTag: 'scope:tools', onlyDependOnLibsWithTags: [] },
      ]),
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 10],
      'max-params': ['error', 4],
      'max-depth': ['error', 3],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      eqeqeq: ['error', 'smart'],
      'regexp/no-super-linear-move': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-syntax': ['error', ...noEnumNoDefault],
    },
  },
  {
    // Playwright wants its configuration as the default export.
    files: ['**/playwright.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.spec.ts', '**/*.e2e.ts', '**/testing/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': boundaries([...layers(['type:simulation']), pureInSpecs]),
      'max-lines-per-function': 'off',
      complexity: 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
];

/**
 * For pure libraries, in their own folder: nothing of Node, no clock, no chance. File patterns are
 * relative to the configuration that uses them, so these cannot stand above.
 */
export const purity = [
  {
    files: ['src/**/*.ts'],
    ignores: ['**/*.spec.ts', 'src/testing/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['node:*'] }],
      'no-restricted-syntax': ['error', ...noClock, ...noEnumNoDefault],
    },
  },
];

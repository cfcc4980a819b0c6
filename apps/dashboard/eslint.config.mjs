import nx from '@nx/eslint-plugin';
import baseConfig from '../../eslint.config.mjs';

const ATTRIBUTES_WITHOUT_WORDS = [
  'aria-autocomplete',
  'aria-controls',
  'aria-describedby',
  'aria-haspopup',
  'aria-keyshortcuts',
  'aria-labelledby',
  'aria-sort',
  'ariaCurrentWhenActive',
  'autocapitalize',
  'd',
  'data-testid',
  'inputmode',
  'kind',
  'overflow',
  'patternUnits',
  'preserveAspectRatio',
  'queryParamsHandling',
  'scope',
];

export default [
  ...baseConfig,
  ...nx.configs['flat/angular'],
  ...nx.configs['flat/angular-template'],
  {
    files: ['**/*.ts'],
    rules: {
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix: 'lm', style: 'camelCase' },
      ],
      '@angular-eslint/component-selector': [
        'error',
        [
          { type: 'element', prefix: 'lm', style: 'kebab-case' },
          // A row can be no other element than a row.
          { type: 'attribute', prefix: 'lm', style: 'camelCase' },
        ],
      ],
    },
  },
  {
    // What is not marked stays English in every language.
    files: ['src/app/**/*.html'],
    ignores: ['**/*.spec.ts/**'],
    rules: {
      '@angular-eslint/template/i18n': [
        'error',
        {
          checkId: false,
          checkDuplicateId: false,
          boundTextAllowedPattern: String.raw`[\s\P{L}]*`,
          // Their names and kinds are those of the log and of the code.
          ignoreTags: ['lm-subject-link', 'lm-subject-page-link'],
          ignoreAttributes: ATTRIBUTES_WITHOUT_WORDS,
        },
      ],
    },
  },
];

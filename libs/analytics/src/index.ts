export {
  concurrencySteps,
  findPeak,
  licenseMs,
  peaksPerBucket,
  type Counting,
  type Peak,
  type Step,
  type UseInterval,
} from './lib/concurrency';
export { startOfLocalDay } from './lib/local-day';

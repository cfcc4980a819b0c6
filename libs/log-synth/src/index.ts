export { officeScenario } from './lib/office-scenario';
export { SimulatedLicenseServer, type ServerOptions } from './lib/simulated-license-server';
export type { DenialReason } from './lib/fact';
export type { LogLine } from './lib/log-journal';
export type {
  LicenseModel,
  LogVariant,
  ProductSpec,
  Range,
  Region,
  Scenario,
} from './lib/scenario';
export type { DenialTruth, NotOwnedTruth, ProductTruth, SessionTruth, Truth } from './lib/truth';
export { conformanceCases } from './lib/conformance/conformance-cases';
export { scoreAnswers, type Score, type WrongAnswer } from './lib/conformance/score-answers';
export type {
  AssumedEnds,
  ConformanceAnswers,
  ConformanceCase,
  ConformanceFile,
  ConformanceModel,
  ConformanceSettings,
  DenialCounts,
  DenialWindowSettings,
  DeniedRequestCounts,
  EntitlementAnswer,
  ProductAnswers,
  UtilisationAnswer,
} from './lib/conformance/conformance-case';

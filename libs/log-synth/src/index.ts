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

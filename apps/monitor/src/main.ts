import { loadEnvironment } from '@license-monitor/db';
import { exitWith } from './exit-with';
import { runMonitor } from './run';

runMonitor(loadEnvironment()).catch(exitWith);

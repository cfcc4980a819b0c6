import { loadEnvironment } from './environment';
import { exitWith } from './exit-with';
import { runMonitor } from './run';

runMonitor(loadEnvironment()).catch(exitWith);

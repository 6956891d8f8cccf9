#!/usr/bin/env node
import { EXIT } from './io.ts';
import { runCli, tellFault } from './program.ts';

process.on('uncaughtException', (error) => process.exit(tellFault(error)));
// Stands when a command never comes to its end.
process.exitCode = EXIT.internal;
process.exitCode = await runCli(process.argv.slice(2));

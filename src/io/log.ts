/* One logger for the service: JSON lines by pino. Control characters are escaped by JSON itself. */
import { type DestinationStream, type Logger, pino } from "pino";

export type Log = Logger;

/** @param destination where lines go; standard output where left out */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = { level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime };
  return destination ? pino(options, destination) : pino(options);
}

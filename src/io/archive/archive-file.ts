/*
 * One WARC file while it is written. Its name ends in `.open` until it is finished, so that whoever carries files off
 * knows which to take; after a crash the name stays, and all but the record that was being written can be read.
 *
 * Records are appended whole, one write each. What a failed write left behind is cut off again.
 */
import { type FileHandle, open, rename, unlink } from "node:fs/promises";

const OPEN_ENDING = ".open";

export class ArchiveFile {
  readonly openedAt: number;
  readonly #path: string;
  readonly #handle: FileHandle;
  #bytes = 0;

  private constructor(path: string, handle: FileHandle, openedAt: number) {
    this.#path = path;
    this.#handle = handle;
    this.openedAt = openedAt;
  }

  /** @throws where a file of this name is there: two writers never share one */
  static async create(path: string, openedAt: number, warcinfo: Buffer): Promise<ArchiveFile> {
    const handle = await open(`${path}${OPEN_ENDING}`, "wx");
    const file = new ArchiveFile(path, handle, openedAt);
    try {
      await file.append(warcinfo);
    } catch (error) {
      await handle.close();
      // Or a full disk would be littered with one empty file a page.
      await unlink(`${path}${OPEN_ENDING}`);
      throw error;
    }
    return file;
  }

  get bytes(): number {
    return this.#bytes;
  }

  async append(record: Buffer): Promise<void> {
    try {
      // appendFile goes on where a write took only part of it.
      await this.#handle.appendFile(record);
    } catch (error) {
      // A full disk takes no more, but gives back. Where even that fails, readers skip the torn record.
      await this.#handle.truncate(this.#bytes).catch(() => undefined);
      throw error;
    }
    this.#bytes += record.length;
  }

  async finish(): Promise<void> {
    await this.#handle.close();
    await rename(`${this.#path}${OPEN_ENDING}`, this.#path);
  }
}

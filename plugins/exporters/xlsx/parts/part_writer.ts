import { once } from 'node:events'
import { crc32, createDeflateRaw } from 'node:zlib'
import { Zip, type AsyncFlateStreamHandler, type ZipInputFile } from 'fflate'

const LARGEST = 0xffffffff

/** One part of a zip, deflated by the system's own library beside our thread. */
class Part implements ZipInputFile {
  readonly compression = 8
  crc = 0
  size = 0
  ondata!: AsyncFlateStreamHandler
  #deflate = createDeflateRaw({ level: 6 })
  #ended: Promise<unknown>

  constructor(readonly filename: string) {
    this.#deflate.on('data', (chunk: Uint8Array<ArrayBuffer>) => this.ondata(null, chunk, false))
    this.#ended = once(this.#deflate, 'end')
  }

  /** Waits where more is written than is deflated. */
  async write(chunk: Uint8Array) {
    this.crc = crc32(chunk, this.crc)
    this.size += chunk.length
    if (this.size > LARGEST)
      throw new Error(`The part ${this.filename} is too large for a workbook.`)
    if (!this.#deflate.write(chunk)) await once(this.#deflate, 'drain')
  }

  async end() {
    this.#deflate.end()
    await this.#ended
    this.ondata(null, new Uint8Array(), true)
  }
}

/** Writes the parts of a zip one after the other. `taken()` hands over what is ready. */
export class PartWriter {
  #ready: Uint8Array[] = []
  #part?: Part
  #zip = new Zip((error, chunk) => {
    if (error) throw error
    this.#ready.push(chunk)
  })

  begin(path: string) {
    this.#part = new Part(path)
    this.#zip.add(this.#part)
  }

  write(chunk: Uint8Array) {
    return this.#part!.write(chunk)
  }

  endPart() {
    return this.#part!.end()
  }

  async add(path: string, text: string) {
    this.begin(path)
    await this.write(Buffer.from(text))
    await this.endPart()
  }

  end() {
    this.#zip.end()
  }

  taken(): Uint8Array[] {
    return this.#ready.splice(0)
  }
}

import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** HTTP hosts of a test, all closed at its end. */
export class Hosts {
  readonly #servers = new Set<Server>()

  /**
   * @param listener What the host answers with.
   * @returns Its endpoint.
   */
  async serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener)
    this.#servers.add(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    return `http://127.0.0.1:${port}`
  }

  async close(): Promise<void> {
    await Promise.all(
      [...this.#servers].map((server) => {
        server.closeAllConnections()
        return new Promise((resolve) => server.close(resolve))
      }),
    )
    this.#servers.clear()
  }
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ensureAdminUser } from "../../scripts/host/admin-user"

const ADMIN = { email: "admin@shop.example", password: "a password for tests" }

/** What the tests need of the runner's HTTP client. */
export type HttpClient = {
  request(config: {
    method: string
    url: string
    data?: unknown
    headers?: Record<string, string>
    responseType?: "arraybuffer"
    maxRedirects?: number
    validateStatus?: () => boolean
  }): Promise<{ status: number; data: unknown; headers: unknown }>
}

/** A file as it comes. */
export type FileAnswer = {
  status: number
  type: string
  headers: Record<string, string>
  content: Buffer
}

export type Answer<T> = { status: number; body: T }

/** The admin API as a signed-in person uses it; answers of any status come back. */
export class AdminClient {
  private constructor(
    private readonly http: HttpClient,
    private readonly token: string
  ) {}

  /** Makes the test's admin, unless it is there, and signs in. */
  static async signIn(
    http: HttpClient,
    container: MedusaContainer
  ): Promise<AdminClient> {
    await ensureAdminUser(container, ADMIN)
    return AdminClient.as(http, ADMIN)
  }

  /** Signs in as somebody whom the host knows. */
  static async as(
    http: HttpClient,
    person: { email: string; password: string }
  ): Promise<AdminClient> {
    const { data } = await http.request({
      method: "POST",
      url: "/auth/user/emailpass",
      data: person,
    })
    return new AdminClient(http, (data as { token: string }).token)
  }

  get<T>(url: string): Promise<Answer<T>> {
    return this.call("GET", url)
  }

  post<T>(url: string, data: unknown = {}): Promise<Answer<T>> {
    return this.call("POST", url, data)
  }

  /** Sends a file the way a form does, with further fields beside it. */
  upload<T>(
    url: string,
    file: { name: string; content: Buffer },
    fields: { [name: string]: string } = {}
  ): Promise<Answer<T>> {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) {
      form.set(name, value)
    }
    form.set("file", new Blob([new Uint8Array(file.content)]), file.name)
    return this.call("POST", url, form)
  }

  delete<T>(url: string): Promise<Answer<T>> {
    return this.call("DELETE", url)
  }

  async download(url: string): Promise<FileAnswer> {
    const answer = await this.http.request({
      method: "GET",
      url: `/admin/marketplaces${url}`,
      headers: { authorization: `Bearer ${this.token}` },
      responseType: "arraybuffer",
      validateStatus: () => true,
    })
    const headers = answer.headers as Record<string, string>
    return {
      status: answer.status,
      type: String(headers["content-type"]),
      headers,
      content: Buffer.from(answer.data as ArrayBuffer),
    }
  }

  private async call<T>(
    method: string,
    url: string,
    data?: unknown
  ): Promise<Answer<T>> {
    const answer = await this.http.request({
      method,
      url: `/admin/marketplaces${url}`,
      data,
      headers: { authorization: `Bearer ${this.token}` },
      validateStatus: () => true,
    })
    return { status: answer.status, body: answer.data as T }
  }
}

import type { HttpContext } from '@adonisjs/core/http'
import type { PublicVisitor } from '#core/contracts/module'

/** Who asks one of a module's public addresses. */
export const publicVisitor = ({ request }: HttpContext): PublicVisitor => ({
  address: request.ip(),
  engine: (request.header('user-agent') ?? '').slice(0, 255),
  bearer: /^Bearer (\S{1,200})$/.exec(request.header('authorization') ?? '')?.[1] ?? '',
})

import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#core/http/exception_handler'))

server.use([
  () => import('#core/http/middleware/address_length_middleware'),
  () => import('#core/http/middleware/container_bindings_middleware'),
  () => import('#core/http/middleware/compressed_asset_middleware'),
  () => import('@adonisjs/static/static_middleware'),
  () => import('@adonisjs/vite/vite_middleware'),
])

router.use([
  () => import('#core/http/middleware/compression_middleware'),
  () => import('#core/http/middleware/body_parser_middleware'),
  () => import('#core/http/middleware/session_middleware'),
  () => import('#core/http/middleware/shield_middleware'),
  () => import('@adonisjs/auth/initialize_auth_middleware'),
  () => import('#core/users/middleware/live_session_middleware'),
])

export const middleware = router.named({
  connector: () => import('#core/feeds/middleware/connector_middleware'),
  anyone: () => import('#core/permissions/middleware/anyone_middleware'),
  jsonAnswer: () => import('#core/http/middleware/json_answer_middleware'),
  reader: () => import('#core/users/middleware/reader_middleware'),
})

import router from '@adonisjs/core/services/router'
import '#core/collection/routes'
import '#core/reports/routes'
import '#core/users/routes'

const HealthController = () => import('#core/http/health_controller')
const PageController = () => import('#core/http/page_controller')

router.get('/health', [HealthController, 'show'])

// Each module keeps its own routes; the page takes what is left, so it comes last.
router.get('*', [PageController, 'show'])

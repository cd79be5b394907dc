import { definePlugin } from '#core/contracts/plugin'
import { fillDemo } from './demo.js'
import { answerBoard } from './operations/answer_board.js'
import { saveBoard } from './operations/change_board.js'
import { chooseDefault } from './operations/choose_default.js'
import { copyBoard } from './operations/copy_board.js'
import { addBoard } from './operations/create_board.js'
import { deleteBoard } from './operations/delete_board.js'
import { discardDraft } from './operations/discard_draft.js'
import { listBoards } from './operations/list_boards.js'
import { listKinds } from './operations/list_kinds.js'
import { listRevisions } from './operations/list_revisions.js'
import { listTemplates } from './operations/list_templates.js'
import { noteOpened } from './operations/note_opened.js'
import { pinWidget } from './operations/pin_widget.js'
import { previewBoard } from './operations/preview_board.js'
import { publishDraft } from './operations/publish_board.js'
import { readBoard } from './operations/read_board.js'
import { restoreRevision } from './operations/restore_revision.js'
import { shareBoard } from './operations/share_board.js'
import { takeOverBoard } from './operations/take_over_board.js'
import { addScreen } from './screens/add_screen.js'
import { changeScreen } from './screens/change_screen.js'
import { listScreens } from './screens/list_screens.js'
import { lookAtScreen } from './screens/look_at_screen.js'
import { openScreen } from './screens/open_screen.js'
import { removeScreen } from './screens/remove_screen.js'
import { screenDocument } from './screens/screen_document.js'
import { tellScreen } from './screens/tell_screen.js'
import { watchScreen } from './screens/watch_screen.js'

/** Dashboards: figures side by side that keep themselves up to date, for desks, walls and phones. */
export default definePlugin({
  kind: 'module',
  key: 'dashboards',
  label: 'Dashboards',
  description: 'Figures side by side that keep themselves up to date, for desks, walls and phones',
  icon: 'layout-dashboard',
  prefix: 'boards_',
  edition: 'extended',
  capabilities: {
    read: {
      does: 'open dashboards',
      administrator: 'yes',
      user: 'yes',
      customerUser: 'right',
      ticket: 'owner',
    },
    manage: {
      does: 'make, change and share own dashboards',
      administrator: 'yes',
      user: 'yes',
      customerUser: 'no',
    },
    give: {
      does: 'see private dashboards of others, take them over and choose the standard one',
      administrator: 'yes',
      user: 'no',
      customerUser: 'no',
    },
    screens: {
      does: 'pair screens on walls and choose what they show',
      administrator: 'yes',
      user: 'right',
      customerUser: 'no',
    },
  },
  operations: [
    listBoards,
    addBoard,
    readBoard,
    saveBoard,
    deleteBoard,
    publishDraft,
    discardDraft,
    copyBoard,
    takeOverBoard,
    shareBoard,
    chooseDefault,
    noteOpened,
    listRevisions,
    restoreRevision,
    pinWidget,
    answerBoard,
    previewBoard,
    listKinds,
    listTemplates,
    listScreens,
    lookAtScreen,
    addScreen,
    changeScreen,
    removeScreen,
    tellScreen,
  ],
  devices: true,
  documents: [screenDocument],
  public: [openScreen],
  publicStreams: [watchScreen],
  audit: {
    made: 'Dashboard made',
    shared: 'Sharing of a dashboard changed',
    takenOver: 'Dashboard taken over',
    deleted: 'Dashboard deleted',
    screenAdded: 'Screen paired',
    screenChanged: 'Screen changed',
    screenRemoved: 'Screen taken away',
  },
  demo: fillDemo,
})

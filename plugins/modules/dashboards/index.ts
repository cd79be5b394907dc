import { definePlugin } from '#core/contracts/plugin'
import { fillDemo } from './demo.js'
import { tidyViews } from './links/tidy_views.js'
import { watchShow } from './links/watch_show.js'
import { showDocument } from './links/show_document.js'
import { rotateLink } from './links/rotate_link.js'
import { removeLink } from './links/remove_link.js'
import { openShow } from './links/open_show.js'
import { listViews } from './links/list_views.js'
import { listLinks } from './links/list_links.js'
import { changeLink } from './links/change_link.js'
import { addLink } from './links/add_link.js'
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
import { readRevision } from './operations/read_revision.js'
import { restoreRevision } from './operations/restore_revision.js'
import { shareBoard } from './operations/share_board.js'
import { takeOverBoard } from './operations/take_over_board.js'
import { watchBoard } from './operations/watch_board.js'
import { unpinWidget } from './operations/unpin_widget.js'
import { addPlaylist } from './playlists/add_playlist.js'
import { changePlaylist } from './playlists/change_playlist.js'
import { listPlaylists } from './playlists/list_playlists.js'
import { removePlaylist } from './playlists/remove_playlist.js'
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
    publish: {
      does: 'show dashboards to everybody who has an address',
      administrator: 'yes',
      user: 'right',
      customerUser: 'no',
    },
  },
  settings: {
    publicLinks: {
      label: 'Public links',
      help: 'Whether dashboards may be shown by an address that needs no sign-in.',
      type: 'flag',
      default: true,
    },
    linkDays: {
      label: 'Longest life of a public link, days',
      type: 'number',
      default: 365,
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
    readRevision,
    restoreRevision,
    pinWidget,
    unpinWidget,
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
    listPlaylists,
    addPlaylist,
    changePlaylist,
    removePlaylist,
    listLinks,
    addLink,
    changeLink,
    rotateLink,
    removeLink,
    listViews,
  ],
  streams: [watchBoard],
  devices: true,
  documents: [screenDocument, showDocument],
  public: [openScreen, openShow],
  publicStreams: [watchScreen, watchShow],
  audit: {
    made: 'Dashboard made',
    shared: 'Sharing of a dashboard changed',
    takenOver: 'Dashboard taken over',
    deleted: 'Dashboard deleted',
    screenAdded: 'Screen paired',
    screenChanged: 'Screen changed',
    screenRemoved: 'Screen taken away',
    playlistChanged: 'Playlist of screens changed',
    playlistRemoved: 'Playlist of screens deleted',
    linkMade: 'Public link made',
    linkChanged: 'Public link changed',
    linkRotated: 'Public link given another address',
    linkRemoved: 'Public link ended',
    linkPaused: 'Public link paused: its publisher may no longer show it',
  },
  recurring: [
    { name: 'tidyViews', label: 'Forget old views of links', cron: '0 40 3 * * *', run: tidyViews },
  ],
  demo: fillDemo,
})

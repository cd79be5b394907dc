/** The plugins of this installation, each opened by its index.ts. The order is the order of menus. */
export default {
  folders: [
    'plugins/sources/switchboard',
    'plugins/sources/asterisk',
    'plugins/sources/contact_center',
    'plugins/sources/trio',
    'plugins/sources/daktela',
    'plugins/sources/answering_service',
    'plugins/exporters/xlsx',
    'plugins/exporters/xls',
    'plugins/exporters/csv',
    'plugins/exporters/pdf',
    'plugins/connectors/power_bi',
    'plugins/connectors/qlik',
    'plugins/connectors/excel',
    'plugins/connectors/xml',
    'plugins/connectors/json',
    'plugins/channels/email',
    'plugins/channels/sms',
  ],
}

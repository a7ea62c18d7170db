import type { Client } from '../client.ts';

/**
 * As its source has it, for OData.
 * @see https://github.com/SAP/openui5/tree/master/src/sap.ui.core/src/sap/ui/model/odata
 */
export const client: Client = {
  name: 'UI5',
  headers: 'sap-cancel-on-close sap-contextid-accept',
  beside:
    'sap-* dataserviceversion maxdataserviceversion odata-version odata-maxversion x-csrf-token x-requested-with',
};

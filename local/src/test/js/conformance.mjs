// Drives the simulator with jsforce and prints one line of JSON with what came back. Usage: node conformance.mjs <endpoint>
import jsforce from 'jsforce';
import assert from 'node:assert/strict';

const endpoint = process.argv[2];
const version = '66.0';

const soap = new jsforce.Connection({ loginUrl: endpoint, version });
await soap.login('integration@ferry.example', 'ferry-password');
assert.equal(soap.instanceUrl, endpoint);

const oauth2 = new jsforce.OAuth2({ loginUrl: endpoint, clientId: 'ferry-consumer-key', clientSecret: 'ferry-consumer-secret' });
const conn = new jsforce.Connection({ oauth2, version });
await conn.authorize({ grant_type: 'client_credentials' });
assert.equal((await conn.identity()).username, 'integration@ferry.example');

const global = await conn.describeGlobal();
assert.ok(global.sobjects.some((o) => o.name === 'Agent_Stats__c'));
const describe = await conn.describe('Case');
assert.equal(describe.fields.find((f) => f.name === 'CreatedDate').createable, true);
assert.deepEqual(describe.recordTypeInfos.map((r) => r.developerName).sort(), ['ASAPP_Call', 'ASAPP_Messaging', 'Master']);

// Bulk insert: 2,500 good rows and one without a name.
const rows = Array.from({ length: 2500 }, (_, i) => ({ Name: `Account, "${i}"\nsecond line`, ASAPP_Id__c: `acme:customer:${i}` }));
rows.push({ Name: '', ASAPP_Id__c: 'acme:customer:bad' });
conn.bulk2.pollInterval = 100;
conn.bulk2.pollTimeout = 120000;
const loaded = await conn.bulk2.loadAndWaitForResults({ object: 'Account', operation: 'insert', input: rows });
assert.equal(loaded.successfulResults.length, 2500);
assert.ok(loaded.successfulResults.every((r) => r.sf__Created === 'true' && r.sf__Id.startsWith('001')));
assert.equal(loaded.failedResults.length, 1);
assert.equal(loaded.failedResults[0].sf__Error, 'REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --');
assert.equal(loaded.unprocessedRecords.length, 0);

// Bulk upsert by external id, one old and one new.
const upserted = await conn.bulk2.loadAndWaitForResults({
  object: 'Account', operation: 'upsert', externalIdFieldName: 'ASAPP_Id__c',
  input: [{ ASAPP_Id__c: 'acme:customer:1', Name: 'Changed' }, { ASAPP_Id__c: 'acme:customer:new', Name: 'New' }],
});
assert.deepEqual(upserted.successfulResults.map((r) => r.sf__Created).sort(), ['false', 'true']);

// An update without rows is no error.
const nothing = await conn.bulk2.loadAndWaitForResults({ object: 'Account', operation: 'update', input: [] });
assert.equal(nothing.successfulResults.length, 0);

// REST query with paging, counts, bulk query.
const all = await conn.query('SELECT Id, Name, ASAPP_Id__c FROM Account ORDER BY ASAPP_Id__c', { autoFetch: true, maxFetch: 10000 });
assert.equal(all.records.length, 2501);
assert.equal((await conn.query("SELECT COUNT() FROM Account WHERE Name LIKE 'Account%'")).totalSize, 2499);
const bulkRows = await (await conn.bulk2.query('SELECT Id, Name, ASAPP_Id__c FROM Account')).toArray();
assert.equal(bulkRows.length, 2501);
assert.ok(bulkRows.some((r) => r.Name === 'Account, "7"\nsecond line'));

// Single records and Collections.
const contact = await conn.sobject('Contact').create({ LastName: 'Doe', Email: 'doe@example.com', Account: { ASAPP_Id__c: 'acme:customer:1' } });
const kase = await conn.sobject('Case').create({ Subject: 'Hello', ContactId: contact.id, Status: 'Closed', Origin: 'Chat', ASAPP_Id__c: 'acme:issue:1', CreatedDate: '2023-04-02T09:15:00.000Z' });
const read = await conn.sobject('Case').retrieve(kase.id);
assert.equal(read.CreatedDate, '2023-04-02T09:15:00.000+0000');
assert.equal(read.IsClosed, true);
assert.equal(read.AccountId !== null, true);
const joined = await conn.query(`SELECT Id, Contact.LastName, Account.ASAPP_Id__c, RecordType.DeveloperName FROM Case WHERE Id = '${kase.id}'`);
assert.equal(joined.records[0].Account.ASAPP_Id__c, 'acme:customer:1');
assert.equal(joined.records[0].RecordType.DeveloperName, 'ASAPP_Messaging');
const mixed = await conn.sobject('Account').create([{ Name: 'A' }, {}]);
assert.deepEqual(mixed.map((r) => r.success), [true, false]);
assert.equal((await conn.sobject('Account').upsert({ ASAPP_Id__c: 'acme:customer:1', Name: 'Again' }, 'ASAPP_Id__c')).success, true);
assert.equal((await conn.sobject('Account').update({ Id: mixed[0].id, Name: 'B' })).success, true);
assert.equal((await conn.sobject('Account').destroy(mixed[0].id)).success, true);
await assert.rejects(() => conn.query('SELECT Nope__c FROM Case'), (e) => e.errorCode === 'INVALID_FIELD');
assert.ok((await conn.limits()).DailyApiRequests.Remaining > 0);

console.log(JSON.stringify({ inserted: loaded.successfulResults.length, queried: all.records.length, bulkQueried: bulkRows.length }));

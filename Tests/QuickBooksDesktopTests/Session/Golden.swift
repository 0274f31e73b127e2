/// A session of a budget: what leaves, byte for byte, and what QuickBooks answers.
enum Golden {
    static let lookUp = """
        <?xml version="1.0" encoding="utf-8"?><?qbxml version="13.0"?><QBXML><QBXMLMsgsRq onError="continueOnError">\
        <EstimateQueryRq requestID="1"><RefNumber>PL000000006</RefNumber><IncludeLineItems>true</IncludeLineItems>\
        </EstimateQueryRq><CustomerQueryRq requestID="2"><ListID>J-1</ListID>\
        <IncludeRetElement>ListID</IncludeRetElement>\
        <IncludeRetElement>FullName</IncludeRetElement><IncludeRetElement>IsActive</IncludeRetElement>\
        </CustomerQueryRq><ItemServiceQueryRq requestID="3"><ListID>I-1</ListID>\
        <IncludeRetElement>ListID</IncludeRetElement><IncludeRetElement>FullName</IncludeRetElement>\
        <IncludeRetElement>IsActive</IncludeRetElement><IncludeRetElement>SalesOrPurchase</IncludeRetElement>\
        <IncludeRetElement>SalesAndPurchase</IncludeRetElement></ItemServiceQueryRq></QBXMLMsgsRq></QBXML>
        """

    static func jobList(_ iterator: String) -> String {
        """
        <?xml version="1.0" encoding="utf-8"?><?qbxml version="13.0"?><QBXML><QBXMLMsgsRq onError="continueOnError">\
        <CustomerQueryRq requestID="1" \(iterator)><MaxReturned>500</MaxReturned>\
        <IncludeRetElement>ListID</IncludeRetElement><IncludeRetElement>FullName</IncludeRetElement>\
        <IncludeRetElement>Sublevel</IncludeRetElement></CustomerQueryRq></QBXMLMsgsRq></QBXML>
        """
    }

    static func jobListPage(_ name: String, _ iterator: String) -> String {
        """
        <QBXML><QBXMLMsgsRs><CustomerQueryRs requestID="1" statusCode="0" statusSeverity="Info" \(iterator)>\
        <CustomerRet><ListID>ID of \(name)</ListID><FullName>\(name)</FullName><Sublevel>0</Sublevel></CustomerRet>\
        </CustomerQueryRs></QBXMLMsgsRs></QBXML>
        """
    }

    static let noEstimate = """
        <QBXML><QBXMLMsgsRs><EstimateQueryRs requestID="1" statusCode="1" statusSeverity="Info"></EstimateQueryRs>\
        </QBXMLMsgsRs></QBXML>
        """

    static let estimateAdd = """
        <?xml version="1.0" encoding="utf-8"?><?qbxml version="13.0"?><QBXML>\
        <QBXMLMsgsRq onError="stopOnError" newMessageSetID="PL0000000000000000000S"><EstimateAddRq requestID="1">\
        <EstimateAdd><CustomerRef><ListID>J-1</ListID></CustomerRef><TxnDate>2026-03-02</TxnDate>\
        <RefNumber>PL000000006</RefNumber><Memo>Budget of project 1001 Clinic</Memo><Other>Plumbline budget</Other>\
        <ExternalGUID>{00000000-0000-4000-8000-000000000007}</ExternalGUID><EstimateLineAdd><ItemRef><ListID>I-1\
        </ListID></ItemRef><Desc>Footings &amp; caf&#233; [Labor]</Desc><Amount>120.25</Amount>\
        <Other1>PL-00000000000H</Other1></EstimateLineAdd><EstimateLineAdd><ItemRef><ListID>I-1</ListID></ItemRef>\
        <Desc>Footings &amp; caf&#233; [Materials]</Desc><Amount>-20.00</Amount><Other1>PL-00000000000K</Other1>\
        </EstimateLineAdd></EstimateAdd></EstimateAddRq></QBXMLMsgsRq></QBXML>
        """

    static let written = """
        <QBXML><QBXMLMsgsRs messageSetStatusCode="0"><EstimateAddRs requestID="1" statusCode="0"><EstimateRet>\
        <TxnID>T-1</TxnID><EditSequence>1</EditSequence></EstimateRet></EstimateAddRs></QBXMLMsgsRs></QBXML>
        """

    static let readBack = """
        <?xml version="1.0" encoding="utf-8"?><?qbxml version="13.0"?><QBXML><QBXMLMsgsRq onError="continueOnError">\
        <EstimateQueryRq requestID="1"><TxnID>T-1</TxnID><IncludeLineItems>true</IncludeLineItems></EstimateQueryRq>\
        <TxnDeletedQueryRq requestID="2"><TxnDelType>Estimate</TxnDelType></TxnDeletedQueryRq></QBXMLMsgsRq></QBXML>
        """

    static let costs = """
        <?xml version="1.0" encoding="utf-8"?><?qbxml version="13.0"?><QBXML><QBXMLMsgsRq onError="continueOnError">\
        <AccountQueryRq requestID="1"></AccountQueryRq><BillQueryRq requestID="2" iterator="Start"><MaxReturned>500\
        </MaxReturned><IncludeLineItems>true</IncludeLineItems></BillQueryRq>\
        <CheckQueryRq requestID="3" iterator="Start"><MaxReturned>500</MaxReturned><IncludeLineItems>true\
        </IncludeLineItems></CheckQueryRq><CreditCardChargeQueryRq requestID="4" iterator="Start"><MaxReturned>500\
        </MaxReturned><IncludeLineItems>true</IncludeLineItems></CreditCardChargeQueryRq>\
        <CreditCardCreditQueryRq requestID="5" iterator="Start"><MaxReturned>500</MaxReturned><IncludeLineItems>true\
        </IncludeLineItems></CreditCardCreditQueryRq><VendorCreditQueryRq requestID="6" iterator="Start">\
        <MaxReturned>500</MaxReturned><IncludeLineItems>true</IncludeLineItems></VendorCreditQueryRq>\
        <PurchaseOrderQueryRq requestID="7" iterator="Start"><MaxReturned>500</MaxReturned><IncludeLineItems>true\
        </IncludeLineItems></PurchaseOrderQueryRq><JournalEntryQueryRq requestID="8" iterator="Start">\
        <MaxReturned>500</MaxReturned><IncludeLineItems>true</IncludeLineItems></JournalEntryQueryRq>\
        <CustomerQueryRq requestID="9"><ListID>J-1</ListID>\
        <IncludeRetElement>ListID</IncludeRetElement>\
        <IncludeRetElement>FullName</IncludeRetElement><IncludeRetElement>IsActive</IncludeRetElement>\
        </CustomerQueryRq><ItemServiceQueryRq requestID="10"><ListID>I-1</ListID>\
        <IncludeRetElement>ListID</IncludeRetElement><IncludeRetElement>FullName</IncludeRetElement>\
        <IncludeRetElement>IsActive</IncludeRetElement><IncludeRetElement>SalesOrPurchase</IncludeRetElement>\
        <IncludeRetElement>SalesAndPurchase</IncludeRetElement></ItemServiceQueryRq></QBXMLMsgsRq>\
        </QBXML>
        """

    static let readBackAnswer = """
        <QBXML><QBXMLMsgsRs><EstimateQueryRs requestID="1" statusCode="0"><EstimateRet><TxnID>T-1</TxnID>\
        <EditSequence>1</EditSequence><TotalAmount>100.25</TotalAmount><EstimateLineRet><TxnLineID>L-1</TxnLineID>\
        <ItemRef><ListID>I-1</ListID></ItemRef><Amount>120.25</Amount><Other1>PL-00000000000H</Other1>\
        </EstimateLineRet><EstimateLineRet><TxnLineID>L-2</TxnLineID><ItemRef><ListID>I-1</ListID></ItemRef>\
        <Amount>-20.00</Amount><Other1>PL-00000000000K</Other1></EstimateLineRet></EstimateRet></EstimateQueryRs>\
        <TxnDeletedQueryRs requestID="2" statusCode="1" statusSeverity="Info"></TxnDeletedQueryRs>\
        </QBXMLMsgsRs></QBXML>
        """

    static let costsAnswer = """
        <QBXML><QBXMLMsgsRs>\
        <AccountQueryRs statusCode="1" statusSeverity="Info"></AccountQueryRs>\
        <BillQueryRs statusCode="1" statusSeverity="Info"></BillQueryRs>\
        <CheckQueryRs statusCode="1" statusSeverity="Info"></CheckQueryRs>\
        <CreditCardChargeQueryRs statusCode="1" statusSeverity="Info"></CreditCardChargeQueryRs>\
        <CreditCardCreditQueryRs statusCode="1" statusSeverity="Info"></CreditCardCreditQueryRs>\
        <VendorCreditQueryRs statusCode="1" statusSeverity="Info"></VendorCreditQueryRs>\
        <PurchaseOrderQueryRs statusCode="1" statusSeverity="Info"></PurchaseOrderQueryRs>\
        <JournalEntryQueryRs statusCode="1" statusSeverity="Info"></JournalEntryQueryRs></QBXMLMsgsRs></QBXML>
        """
}

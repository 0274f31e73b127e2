"""What a QuickBooks Web Connector tells a server, where the emulated one has nothing of the kind to tell."""

import re
import urllib.request
from xml.sax.saxutils import escape

from stage.server import Server

ENVELOPE = (
    '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">'
    '<soap:Body><{0} xmlns="http://developer.intuit.com/">{1}</{0}></soap:Body></soap:Envelope>')
# A QuickBooks in whose preferences estimates are switched off: it takes none.
WITHOUT_ESTIMATES = """<?xml version="1.0"?><QBXML><QBXMLMsgsRs>
<HostQueryRs requestID="0" statusCode="0" statusSeverity="Info" statusMessage="Status OK"><HostRet>
<ProductName>QuickBooks Pro 2024</ProductName><MajorVersion>34</MajorVersion><MinorVersion>0</MinorVersion>
<SupportedQBXMLVersion>16.0</SupportedQBXMLVersion></HostRet></HostQueryRs>
<CompanyQueryRs requestID="1" statusCode="0" statusSeverity="Info" statusMessage="Status OK"><CompanyRet>
<CompanyName>{company}</CompanyName></CompanyRet></CompanyQueryRs>
<PreferencesQueryRs requestID="2" statusCode="0" statusSeverity="Info" statusMessage="Status OK"><PreferencesRet>
<JobsAndEstimatesPreferences><IsUsingEstimates>false</IsUsingEstimates></JobsAndEstimatesPreferences></PreferencesRet>
</PreferencesQueryRs></QBXMLMsgsRs></QBXML>"""


class WebConnector:
    """One that a bookkeeper runs by hand; its password is made anew for it."""

    def __init__(self, server: Server):
        self.server = server
        self.credentials = server.command("connector", "rotate-password")
        self.company = server.command("connector", "status")["companyName"]

    def find_estimates_switched_off(self):
        self.call("sendRequestXML", ticket=self.begin(), strHCPResponse=WITHOUT_ESTIMATES.format(company=self.company),
                  strCompanyFileName="", qbXMLCountry="US", qbXMLMajorVers="16", qbXMLMinorVers="0")

    def fail_to_open_quickbooks(self, hresult: str, message: str):
        self.call("connectionError", ticket=self.begin(), hresult=hresult, message=message)

    def begin(self) -> str:
        told = self.call("authenticate", strUserName=self.credentials["userName"],
                         strPassword=self.credentials["password"])
        return re.search("<string>(.*?)</string>", told)[1]

    def call(self, method: str, **parameters: str) -> str:
        told = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in parameters.items())
        request = urllib.request.Request(
            f"{self.server.url}/qbwc", data=ENVELOPE.format(method, told).encode(),
            headers={"Content-Type": "text/xml; charset=utf-8",
                     "SOAPAction": f'"http://developer.intuit.com/{method}"'})
        with urllib.request.urlopen(request) as answer:
            return answer.read().decode()

import ArgumentParser

struct ERPCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erp", abstract: "ERP Integrations: what waits for approval, and what QuickBooks holds.",
        subcommands: [
            ERPList.self, ERPShow.self, ERPPreview.self, ERPAccept.self, ERPReject.self, ERPExportAgain.self,
            ERPCompare.self, ERPKeep.self, ERPWriteAgain.self, ERPListJobs.self, ERPImportJob.self, ERPArchiveJob.self,
            ERPRestoreJob.self, ERPExportJob.self, ERPLinkJob.self, ERPTakeJobName.self, ERPKeepProjectName.self,
            ERPExportCostCodes.self,
        ])
}

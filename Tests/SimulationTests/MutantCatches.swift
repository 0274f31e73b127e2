import Simulation

/// The lives in which the planted mistakes are found: what `plumbline simulate --hunt-mutants --seeds 10000` prints.
enum MutantCatches {
    static let all = text.split(separator: "\n").compactMap { MutantHunt.Catch($0) }

    /// Invariants that no mistake violates before another one is: they look at the same thing a second time, from where
    /// the other does not see.
    static let secondProofs = ["synced is there"]

    private static let text = """
        lock-overlooked | 2 | locked originals
        lock-imagined | 6 | lock before change
        open-export-overlooked | 3 | closed gate
        two-sends-at-once | 10 | one open export
        exported-forgotten | 2 | nothing stuck
        sign-lost | 3 | transfers in balance, snapshot is the budget
        originals-doubled | 2 | snapshot is the budget
        live-rows | 395 | snapshot is the budget
        rights-unchecked | 10 | rights
        privilege-unchecked | 464 | rights
        rights-of-viewers | 10 | rights
        duties-not-apart | 2541 | duties apart
        somebody-elses-session | 4 | accepted by a person, own hand
        approver-not-kept | 2 | accepted by a person
        sent-as-accepted | 2 | along the lifecycle, accepted by a person
        told-too-early | 1 | told is stored
        move-not-audited | 2 | every move audited
        change-not-audited | 1 | told is stored, every change audited
        handing-out-not-audited | 2 | every move audited
        move-misnamed | 18 | every move audited
        number-skipped | 2 | numbers without a gap
        audit-tidied | 2 | never rewritten, every move audited
        audit-overwritten | 9 | told is stored, never rewritten, every change audited
        audited-as-nobody | 2 | own hand
        chain-cut | 2 | chain holds
        amount-audited-wrongly | 3 | chain holds
        ticket-audited | 1 | no secret
        read-back-skipped | 2 | along the lifecycle, every move audited
        difference-ignored | 2 | every move audited
        queued-on-expiry | 2 | every move audited
        lost-is-failed | 2 | failed is absent, every move audited
        flag-forgotten | 2 | flags tell the state
        never-closed | 2 | flags tell the state
        cure-left-out | 18 | says why
        difference-unnamed | 2 | says why
        snapshot-resealed | 2 | frozen snapshot
        snapshot-rounded | 2 | frozen snapshot, accepted by a person
        read-back-by-heart | 136 | synced as read
        last-line-dropped | 2 | whole export
        amounts-swapped | 2 | exact amounts
        cents-cut | 3 | exact amounts
        sign-dropped | 3 | exact amounts
        zero-lines-left-out | 149 | whole export
        kept-line-forgotten | 86 | bookkeeper's lines
        own-line-forgotten | 3 | decided rewriting, stored before it leaves
        items-of-the-first | 2 | right item
        mark-left-out | 2 | accepted intent
        guid-left-out | 2 | own estimate
        line-repeated | 2 | marks once
        stored-after-the-answer | 1 | stored before it leaves
        stored-otherwise | 1 | stored before it leaves
        bytes-tidied | 1 | same id and bytes
        in-flight-overlooked | 1 | one in flight
        settled-on-expiry | 1159 | one estimate, marks once
        new-id-on-retry | 1 | stored before it leaves
        rebuilt-on-retry | 1 | stored before it leaves, same id and bytes
        status-check-on-retry | 1 | stored before it leaves, same id and bytes
        long-ids | 1 | stored before it leaves, short ids
        blind-retry | 2 | one estimate, marks once, stored before it leaves, every effect audited
        ids-repeat | 1 | no failure inside
        marks-repeat-unnoticed | 2 | exact amounts, marks once, right item, failed is absent
        marks-repeat | 2 | no failure inside
        old-ticket-taken | 1 | one session
        two-sessions | 1 | one session
        hresult-is-refusal | 184 | failed is absent
        unstored-is-refusal | 65 | failed is absent
        warning-is-refusal | 122 | failed is absent
        file-unchecked | 736 | own file
        progress-falls | 2 | progress
        progress-over | 2 | progress
        silent-stop | 1 | progress
        unknown-forgotten | 6 | nothing stuck
        lazy-sign-in | 4 | three polls
        locks-everywhere | 2 | every change audited, own rows
        connections-mixed-up | 7 | accepted intent, own estimate, own marks
        """
}

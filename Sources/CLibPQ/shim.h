#pragma once
#include <libpq-fe.h>

/* Swift imports no macro that is a character. */
static const int plumbline_diag_sqlstate = PG_DIAG_SQLSTATE;
static const int plumbline_diag_message = PG_DIAG_MESSAGE_PRIMARY;
static const int plumbline_diag_table = PG_DIAG_TABLE_NAME;
static const int plumbline_diag_column = PG_DIAG_COLUMN_NAME;
static const int plumbline_diag_constraint = PG_DIAG_CONSTRAINT_NAME;

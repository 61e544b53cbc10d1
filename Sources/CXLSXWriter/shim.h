#pragma once

#include <xlsxwriter.h>

// What a validation is lent is `char *` in one version of the library and `const char *` in the next: Swift tells these apart.
static inline void validation_lend_list(lxw_data_validation *validation, char **list) { validation->value_list = (void *)list; }
static inline void validation_lend_formula(lxw_data_validation *validation, char *text) { validation->value_formula = (void *)text; }
static inline void validation_lend_prompt(lxw_data_validation *validation, char *title, char *text) {
    validation->input_title = (void *)title;
    validation->input_message = (void *)text;
}
static inline void validation_lend_refusal(lxw_data_validation *validation, char *title, char *text) {
    validation->error_title = (void *)title;
    validation->error_message = (void *)text;
}

#pragma once

#include <xlsxwriter.h>

// A validation's strings are `char *` in one version of the library and `const char *` in the next: Swift distinguishes these.
static inline void validation_set_list(lxw_data_validation *validation, char **list) { validation->value_list = (void *)list; }
static inline void validation_set_formula(lxw_data_validation *validation, char *text) { validation->value_formula = (void *)text; }
static inline void validation_set_prompt(lxw_data_validation *validation, char *title, char *text) {
    validation->input_title = (void *)title;
    validation->input_message = (void *)text;
}
static inline void validation_set_refusal(lxw_data_validation *validation, char *title, char *text) {
    validation->error_title = (void *)title;
    validation->error_message = (void *)text;
}

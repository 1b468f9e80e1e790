package org.recoveryrules.drools.check;

import java.util.List;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.syntax.Constant;

/** Whether a constant is one of an enum, and spelled as such. */
record ConstantCheck(FaultsInText faults) {
    /** Checks a constant where one of an enum is meant; whether nothing is wrong with it. */
    boolean check(String type, Constant value) {
        if (!ConditionCheck.isWellQuoted(faults, value)) {
            return false;
        }
        List<String> allowed = Vocabulary.constants(type);
        String word = value.kind() == Constant.Kind.ENUM ? value.constant() : value.text();
        if (value.kind() == Constant.Kind.NUMBER || value.kind() == Constant.Kind.BOOLEAN) {
            String hint = "such as " + Vocabulary.written(type, "");
            return fault(
                    value,
                    Code.VALUE_WRONG_KIND,
                    "a constant of " + type + " is meant here, not " + value.text(),
                    hint);
        } else if (value.kind() == Constant.Kind.ENUM && !value.type().equals(type)) {
            return wrongType(type, value);
        } else if (!allowed.contains(word)) {
            return unknown(type, value, word);
        } else if (value.kind() == Constant.Kind.TEXT) {
            String message = "a constant stands without quotes; in quotes it is a text";
            return fault(value, Code.VALUE_QUOTED, message, "write " + type + "." + word);
        } else if (value.kind() == Constant.Kind.WORD) {
            String message = "a constant is written with its type";
            return fault(value, Code.CONSTANT_UNTYPED, message, "write " + type + "." + word);
        }
        return true;
    }

    private boolean wrongType(String type, Constant value) {
        if (Vocabulary.isType(value.type())) {
            String message = value.text() + " is no " + type;
            return fault(value, Code.CONSTANT_WRONG_TYPE, message, Vocabulary.hint(type, value.constant()));
        }
        String message = "there is no type '" + value.type() + "'";
        String hint = Vocabulary.constants(type).contains(value.constant())
                ? "did you mean " + type + "." + value.constant() + "?"
                : Vocabulary.typeHint(value.type());
        return fault(value, Code.TYPE_UNKNOWN, message, hint);
    }

    private boolean unknown(String type, Constant value, String word) {
        String simple = word.substring(word.lastIndexOf('.') + 1);
        if (value.kind() == Constant.Kind.WORD && Vocabulary.constants(type).contains(simple)) {
            String message = "a constant is written with the short name of its type";
            return fault(value, Code.VALUE_NOT_CONSTANT, message, "write " + type + "." + simple);
        }
        if (value.kind() == Constant.Kind.WORD && Character.isLowerCase(word.charAt(0))) {
            String message = "'" + word + "' is no constant: a field is compared with constants only";
            return fault(value, Code.VALUE_NOT_CONSTANT, message, Vocabulary.hint(type, word));
        }
        String message = type + " has no constant '" + word + "'";
        return fault(value, Code.CONSTANT_UNKNOWN, message, Vocabulary.hint(type, word));
    }

    private boolean fault(Constant value, Code code, String message, String hint) {
        faults.add(value.span(), code, message, hint);
        return false;
    }
}

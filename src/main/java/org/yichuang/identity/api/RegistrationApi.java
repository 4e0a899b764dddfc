package org.yichuang.identity.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.identity.Account;
import org.yichuang.identity.AccountDto;
import org.yichuang.identity.Attempts;
import org.yichuang.identity.NewAccounts;
import org.yichuang.identity.NewCompany;
import org.yichuang.identity.NewResident;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Limited;
import org.yichuang.shared.web.Role;

/** Registration by API. */
@RestController
@Access(Role.ANYONE)
class RegistrationApi {
    private static final String TOLD = "Too many numbers or login names that are taken were tried from this address";

    private final NewAccounts accounts;
    private final Attempts attempts;

    RegistrationApi(NewAccounts accounts, Attempts attempts) {
        this.accounts = accounts;
        this.attempts = attempts;
    }

    /** A resident who registers. */
    record NewResidentDto(
            String idNumber,
            String name,
            String phone,
            @Nullable String login,
            String password) {
        @Override
        public String toString() {
            return "NewResidentDto";
        }
    }

    /** A company that registers. */
    record NewCompanyDto(
            String uscc,
            String name,
            String legalRepresentative,
            String phone,
            @Nullable String login,
            String password) {
        @Override
        public String toString() {
            return "NewCompanyDto";
        }
    }

    @Operation(summary = "Open a resident's account, by an 18-digit resident ID number")
    @PostMapping("/api/v1/residents")
    @ResponseStatus(HttpStatus.CREATED)
    @Limited(TOLD)
    ResponseEntity<AccountDto> resident(@RequestBody NewResidentDto body, HttpServletRequest request) {
        var who = new NewResident(body.idNumber(), body.name(), body.phone(), body.login());
        return mine(
                attempts.registering(request.getRemoteAddr(), () -> accounts.registerResident(who, body.password())));
    }

    @Operation(summary = "Open a company's account, by a unified social credit code")
    @PostMapping("/api/v1/companies")
    @ResponseStatus(HttpStatus.CREATED)
    @Limited(TOLD)
    ResponseEntity<AccountDto> company(@RequestBody NewCompanyDto body, HttpServletRequest request) {
        var who = new NewCompany(body.uscc(), body.name(), body.legalRepresentative(), body.phone(), body.login());
        return mine(
                attempts.registering(request.getRemoteAddr(), () -> accounts.registerCompany(who, body.password())));
    }

    /** Who signs in with it finds it there. */
    private static ResponseEntity<AccountDto> mine(Account account) {
        return ResponseEntity.created(URI.create(MeApi.ADDRESS)).body(AccountDto.of(account));
    }
}
